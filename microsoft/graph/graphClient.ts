/** Asks Graph in the name of the application, each tenant with its own token. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { AppTokens } from '../entra/appTokens.ts';
import type { Incoming, Outgoing, Send } from '../http/exchange.ts';
import { type CallLimits, Patience, patiently } from '../http/patience.ts';
import { answersIn, type BatchRequest, batchBody, mostInBatch, requestOf } from './batch.ts';
import { bodyOf, type Page, pageOf } from './graphAnswer.ts';
import { headersOf, type Read } from './read.ts';

/** 999 users each: the largest tenants have some hundred thousand. */
const mostPages = 1000;
const version = '/v1.0';

export interface GraphParts {
  tokens: Pick<AppTokens, 'token'>;
  send: Send;
  /** Origin of Graph. */
  url: string;
  limits: CallLimits;
}

type Request = Pick<Outgoing, 'operation' | 'method' | 'url' | 'headers'> & { body?: string };

export class GraphClient {
  readonly #parts: GraphParts;

  constructor(parts: GraphParts) {
    this.#parts = parts;
  }

  /**
   * All items, page by page.
   * @throws connection.…, upstream.…
   */
  async all<Item>(tenantId: string, read: Read<Item>): Promise<Item[]> {
    const items: Item[] = [];
    let next: string | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page: Page<Item> = await this.page(tenantId, read, next);
      items.push(...page.items);
      next = page.nextLink;
      if (next === undefined) return items;
    }
    throw new UpgraderaError('upstream.malformed', `${read.operation} pages`);
  }

  /**
   * One page.
   * @param next link of the page before; the first one without
   * @throws connection.…, upstream.…
   */
  async page<Item>(tenantId: string, read: Read<Item>, next?: string): Promise<Page<Item>> {
    const { operation } = read;
    const url = next === undefined ? this.#address(read.path) : this.#next(operation, next);
    const request: Request = { operation, method: 'GET', url, headers: headersOf(read) };
    const page = await patiently(this.#parts.limits, async (left) =>
      pageOf(read, await this.#ask(tenantId, request, left)),
    );
    if (page.nextLink !== undefined) this.#next(operation, page.nextLink);
    return page;
  }

  /**
   * Several requests that may change something, sent together and once.
   * @param requests at most as many as fit into a batch
   * @returns in the same order; undefined where nothing was answered
   * @throws what befalls all of them
   */
  async send(
    tenantId: string,
    operation: string,
    requests: readonly BatchRequest[],
  ): Promise<(Incoming | undefined)[]> {
    const { limits } = this.#parts;
    const answer = await this.#ask(tenantId, this.#batch(operation, requests), limits.request);
    const answers = answersIn(bodyOf(operation, answer));
    return requests.map((_, at) => answers.get(String(at)));
  }

  /**
   * The first page of each, asked for together; what can be asked again is, alone.
   * @returns in the same order, the error in place of what can't be had
   * @throws what befalls all of them
   */
  async batch(
    tenantId: string,
    reads: readonly Read<unknown>[],
  ): Promise<(unknown[] | UpgraderaError)[]> {
    const judged: (unknown[] | UpgraderaError)[] = [];
    for (let from = 0; from < reads.length; from += mostInBatch) {
      const some = reads.slice(from, from + mostInBatch);
      judged.push(...(await this.#batchOf(tenantId, some)));
    }
    return judged;
  }

  async #batchOf(tenantId: string, reads: readonly Read<unknown>[]) {
    const patience = new Patience(this.#parts.limits);
    const judged = new Map<Read<unknown>, unknown[] | UpgraderaError>();
    let open = [...reads];
    for (;;) {
      for (const [read, result] of await this.#judge(tenantId, open)) judged.set(read, result);
      const failed = open.map((read) => ({ read, error: judged.get(read) }));
      const passing = failed.filter(
        (one): one is { read: Read<unknown>; error: UpgraderaError } =>
          one.error instanceof UpgraderaError && one.error.retryable,
      );
      open = passing.map(({ read }) => read);
      if (open.length === 0) break;
      if (!(await patience.again(passing.map(({ error }) => error)))) break;
    }
    return reads.map((read) => judged.get(read) ?? missing(read));
  }

  async #judge(tenantId: string, reads: readonly Read<unknown>[]) {
    const request = this.#batch('batch', reads.map(requestOf));
    const body = await patiently(this.#parts.limits, async (left) =>
      bodyOf('batch', await this.#ask(tenantId, request, left)),
    );
    const answers = answersIn(body);
    return reads.map((read, at): [Read<unknown>, unknown[] | UpgraderaError] => {
      const answer = answers.get(String(at));
      return [read, answer ? itemsOrError(read, answer) : missing(read)];
    });
  }

  #batch(operation: string, requests: readonly BatchRequest[]): Request {
    return {
      operation,
      method: 'POST',
      url: this.#address('/$batch'),
      headers: { 'content-type': 'application/json' },
      body: batchBody(requests),
    };
  }

  /** A token that is not accepted is renewed once. */
  async #ask(tenantId: string, request: Request, limit: number): Promise<Incoming> {
    const { tokens } = this.#parts;
    const token = await tokens.token(tenantId);
    const answer = await this.#send(request, token, limit);
    if (answer.status !== 401) return answer;
    return this.#send(request, await tokens.token(tenantId, token), limit);
  }

  #send(request: Request, token: string, limit: number): Promise<Incoming> {
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    return this.#parts.send({ ...request, headers, limit });
  }

  #address(path: string): string {
    return `${this.#parts.url}${version}${path}`;
  }

  /** The token goes nowhere else. */
  #next(operation: string, link: string): string {
    const beginning = this.#address('/');
    if (URL.canParse(link) && new URL(link).href.startsWith(beginning)) return link;
    throw new UpgraderaError('upstream.malformed', `${operation} next page elsewhere`);
  }
}

const missing = ({ operation }: Read<unknown>): UpgraderaError =>
  new UpgraderaError('upstream.malformed', `${operation} not in the answer to the batch`);

function itemsOrError(read: Read<unknown>, answer: Incoming): unknown[] | UpgraderaError {
  try {
    return pageOf(read, answer).items;
  } catch (error) {
    if (error instanceof UpgraderaError) return error;
    throw error;
  }
}
