/** The client of the sales service's server, with the errors that every such client must give. */
import { z } from 'zod';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { billingAccountSchema } from '../../../commerce/model/account.ts';
import { quoteSchema } from '../../../commerce/model/quote.ts';
import type { UpgradeService } from '../../../commerce/order/service/worker.ts';
import type {
  Capabilities,
  OperationStatus,
  PlaceRequest,
  Purchase,
} from '../../../commerce/ports/seller.ts';
import type { Method } from './upstreamServer.ts';

/** Milliseconds; an answer from this machine takes a few. */
const patience = 300;

const placedSchema = z.union([
  z.object({ outcome: z.literal('accepted'), operationId: z.string() }),
  z.object({ outcome: z.literal('declined'), code: z.string() }),
]);
const statusSchema = z.looseObject({
  phase: z.string(),
  users: z.looseObject({ moved: z.int() }).optional(),
});

/** What this back end lacks. */
export interface Lacks {
  findOperation?: boolean;
  withdraw?: boolean;
  repeatsSafely?: boolean;
  /** Tells of no single users. */
  users?: boolean;
}

export class UpstreamClient implements UpgradeService {
  readonly #url: string;
  /** May be changed. */
  lacks: Lacks = {};

  constructor(url: string) {
    this.#url = url;
  }

  async capabilities(tenantId: string): Promise<Capabilities> {
    const { lacks } = this;
    return {
      repeatsSafely: !lacks.repeatsSafely,
      checksCredit: true,
      ...(!lacks.findOperation && {
        findOperation: ({ clientRequestId }) => this.#findOperation(tenantId, clientRequestId),
      }),
      ...(!lacks.withdraw && { withdraw: (id) => this.#withdraw(tenantId, id) }),
    };
  }

  billingAccount = (tenantId: string) =>
    this.#ask('billingAccount', billingAccountSchema, tenantId);
  quote = (purchase: Purchase) => this.#ask('quote', quoteSchema, purchase);
  place = (request: PlaceRequest) => this.#ask('place', placedSchema, request);
  operation = async (tenantId: string, id: string): Promise<OperationStatus> => {
    const { users, ...rest } = await this.#ask('operation', statusSchema, tenantId, id);
    return { ...rest, ...(!this.lacks.users && { users }) } as unknown as OperationStatus;
  };
  #withdraw = (tenantId: string, id: string) =>
    this.#ask('withdraw', z.enum(['withdrawn', 'tooLate']), tenantId, id);
  #findOperation = async (tenantId: string, requestId: string) =>
    (await this.#ask('findOperation', z.string().nullable(), tenantId, requestId)) ?? undefined;

  async #ask<T>(method: Method, schema: z.ZodType<T>, ...args: unknown[]): Promise<T> {
    const parsed = z.object({ result: schema }).safeParse(await this.#post(method, args));
    if (!parsed.success) throw new UpgraderaError('upstream.malformed', method, parsed.error);
    return parsed.data.result;
  }

  async #post(method: Method, args: unknown[]): Promise<unknown> {
    const body = JSON.stringify(args);
    const signal = AbortSignal.timeout(patience);
    try {
      const response = await fetch(`${this.#url}/${method}`, { method: 'POST', body, signal });
      if (response.status === 429) {
        const wait = Number(response.headers.get('retry-after'));
        throw new UpgraderaError('upstream.throttled', method, undefined, wait);
      }
      const isRefusal = response.status >= 400 && response.status < 500;
      if (isRefusal) throw new UpgraderaError('upstream.refused', `${response.status}`);
      if (!response.ok) throw new UpgraderaError('upstream.unavailable', `${response.status}`);
      const text = await response.text();
      return parseJson(text);
    } catch (error) {
      if (error instanceof UpgraderaError) throw error;
      throw new UpgraderaError('upstream.unavailable', method, error);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
