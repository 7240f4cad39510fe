/**
 * Asks Partner Center in the name of the partner's application. Headers:
 * https://learn.microsoft.com/partner-center/developer/headers
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { AppTokens } from '../entra/appTokens.ts';
import type { Incoming, Outgoing, Send } from '../http/exchange.ts';
import { type CallLimits, patiently } from '../http/patience.ts';
import { RefusedError, statusError } from '../http/statusError.ts';
import { meaningOf } from './errorCodes.ts';
import { insensitive } from './insensitive.ts';

export interface PartnerCenterParts {
  tokens: Pick<AppTokens, 'token'>;
  send: Send;
  /** Origin of Partner Center. */
  url: string;
  limits: CallLimits;
  /** The partner's own tenant, whose token it is. */
  partnerTenantId: string;
}

/** What an answer must be, and how to call it in errors. */
export interface Asked<Answer> {
  /** Without ids. */
  operation: string;
  /** From the version on, encoded. */
  path: string;
  answer: z.ZodType<Answer>;
}

/** A clear no, with the code by which Partner Center gives it. */
export class PartnerCenterRefusal extends RefusedError {
  readonly refusal: string | undefined;

  constructor(status: number, detail: string, refusal: string | undefined) {
    super(status, detail);
    this.refusal = refusal;
  }
}

const codeSchema = insensitive({ code: z.coerce.string().regex(/^[\w.-]{1,60}$/) });

export class PartnerCenterClient {
  readonly #parts: PartnerCenterParts;

  constructor(parts: PartnerCenterParts) {
    this.#parts = parts;
  }

  /** Milliseconds within which everything must be asked that comes before an order: it ends in time then. */
  get timeBeforeOrder(): number {
    const { call, request } = this.#parts.limits;
    return call - request;
  }

  /** Made again while that may help. @throws connection.…, upstream.… */
  get<Answer>(asked: Asked<Answer>): Promise<Answer> {
    return patiently(this.#parts.limits, async (left) =>
      read(asked, await this.#ask({ asked, method: 'GET', requestId: randomUUID(), limit: left })),
    );
  }

  /**
   * Made once: who calls decides whether it may be made again.
   * @param requestId the same for every repeat, by which Partner Center tells one
   * @throws connection.…, upstream.…
   */
  async post<Answer>(asked: Asked<Answer>, body: object, requestId: string): Promise<Answer> {
    const limit = this.#parts.limits.request;
    const call = { asked, method: 'POST', requestId, limit, body: JSON.stringify(body) } as const;
    return read(asked, await this.#ask(call));
  }

  /** A token that is not accepted is renewed once: nothing was done with the first. */
  async #ask(call: Call): Promise<Incoming> {
    const { tokens, partnerTenantId } = this.#parts;
    const token = await tokens.token(partnerTenantId);
    const answer = await this.#send(call, token);
    if (answer.status !== 401) return answer;
    return this.#send(call, await tokens.token(partnerTenantId, token));
  }

  #send({ asked, method, requestId, limit, body }: Call, token: string): Promise<Incoming> {
    const outgoing: Outgoing = {
      operation: asked.operation,
      method,
      url: `${this.#parts.url}/v1${asked.path}`,
      headers: {
        authorization: `Bearer ${token}`,
        'ms-requestid': requestId,
        // Stored with the order where it orders: by this Microsoft's support finds the call.
        'ms-correlationid': requestId,
        'ms-contract-version': 'v1',
        'x-locale': 'en-US',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      limit,
    };
    return this.#parts.send(outgoing);
  }
}

interface Call {
  asked: Asked<unknown>;
  method: Outgoing['method'];
  requestId: string;
  limit: number;
  body?: string;
}

function read<Answer>({ operation, answer: schema }: Asked<Answer>, answer: Incoming): Answer {
  if (answer.status < 200 || answer.status >= 300) throw errorIn(operation, answer);
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  const { path = [], code = '' } = parsed.error.issues[0] ?? {};
  const place = `${operation} ${path.map(String).join('.')} ${code}`;
  throw new UpgraderaError('upstream.malformed', place);
}

/** Of what is said only the code is told: descriptions may name people. */
function errorIn(operation: string, answer: Incoming): UpgraderaError {
  const code = codeSchema.safeParse(answer.json).data?.code;
  const detail = `${operation} ${answer.status} ${code ?? ''}`.trim();
  const meaning = meaningOf(code);
  if (meaning?.is === 'setup') return new UpgraderaError(meaning.code, detail);
  if (answer.status === 401) return new UpgraderaError('connection.token-refused', detail);
  if (answer.status === 403 && code === undefined) {
    return new UpgraderaError('connection.no-permission', detail);
  }
  const error = statusError(operation, answer, code);
  if (!(error instanceof RefusedError)) return error;
  return new PartnerCenterRefusal(answer.status, detail, code);
}
