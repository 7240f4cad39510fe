/** Graph over simulated tenants: as strict as the real one with what it is asked, and with whom. */
import {
  isGranted,
  permissionToMove,
  permissionToSeeSignIns,
} from '../../../microsoft/permissions.ts';
import { assignLicense } from './graph/assignLicense.ts';
import { properties, subscribedSkus, users } from './graph/graphResources.ts';
import {
  filtersIn,
  granting,
  type Indexed,
  membersPath,
  type Route,
  routes,
  unknownUser,
} from './graph/graphRoutes.ts';
import { type WireAnswer, type WireRequest, WireServer } from './wireServer.ts';
import type { WireTenants } from './wireTenants.ts';

const innerError = {
  date: '2026-11-23T12:00:00',
  'request-id': '5f2a-11',
  'client-request-id': 'c',
};
const refused = (
  status: number,
  code: string,
  message: string = code,
  retryAfter?: number,
): WireAnswer => ({
  status,
  ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
  body: { error: { code, message, innerError } },
});

interface Caller {
  tenantId: string;
  roles: readonly string[];
}

/** One request, alone or of a batch. */
interface Item {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

const deny = (): WireAnswer =>
  refused(403, 'Authorization_RequestDenied', 'Insufficient privileges, Alva Andersson.');

export class GraphServer extends WireServer {
  readonly #tenants: WireTenants;
  /** Users on a page at the most. */
  pageSize = 999;
  /** What becomes of the next items of batches, by their place. */
  readonly batchFaults: WireAnswer[] = [];
  /** Of so many requests one is told to come again later; each item of a batch is one. */
  throttlesEvery = Number.POSITIVE_INFINITY;
  /** What it is told then, in seconds. */
  throttledFor = 1;
  #answered = 0;
  readonly #indexed = new Map<string, Indexed>();

  /** From now on what is counted and filtered stays as it is, until it has caught up. */
  async lag(tenantId: string): Promise<void> {
    const { sandbox } = this.#tenants;
    this.#indexed.set(tenantId, {
      users: await users(sandbox, tenantId),
      skus: await subscribedSkus(sandbox, tenantId),
    });
  }

  catchUp(): void {
    this.#indexed.clear();
  }

  constructor(tenants: WireTenants) {
    super((request) => this.#answer(request));
    this.#tenants = tenants;
  }

  async #answer(request: WireRequest): Promise<WireAnswer> {
    if (request.path === '/') return refused(404, 'ResourceNotFound');
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const given = this.#tenants.given(token);
    if (given?.audience !== 'https://graph.microsoft.com') {
      return refused(401, 'InvalidAuthenticationToken', `Access token ${token} is not valid.`);
    }
    if (!request.path.startsWith('/v1.0/')) return refused(400, 'BadRequest');
    const path = request.path.slice('/v1.0'.length);
    if (request.method === 'POST' && path === '/$batch') return this.#batch(request, given);
    const { method, headers, body } = request;
    const asItem = { method, url: path, headers, ...(body !== '' && { body: JSON.parse(body) }) };
    return this.#one(asItem as Item, given);
  }

  async #batch({ body, headers }: WireRequest, given: Caller) {
    const { requests } = JSON.parse(body);
    if (!headers['content-type']?.startsWith('application/json')) return refused(415, 'BadRequest');
    if (requests.length > 20) return refused(400, 'BadRequest', 'Number of batch requests > 20');
    const responses = [];
    for (const { id, ...request } of requests) {
      const fault = this.batchFaults.shift();
      responses.push({ id, ...(fault ?? (await this.#one(request, given))) });
    }
    return { status: 200, body: { responses: responses.reverse() } };
  }

  async #one(
    { method, url, headers, body }: Item,
    { tenantId, roles }: Caller,
  ): Promise<WireAnswer> {
    this.#answered += 1;
    if (this.#answered % this.throttlesEvery === 0) {
      return refused(429, 'TooManyRequests', 'Too many requests.', this.throttledFor);
    }
    const named = new Headers(headers);
    const isEventual = named.get('consistencylevel') === 'eventual';
    const { pathname, searchParams: query } = new URL(url, this.url);
    const path = decodeURIComponent(pathname);
    const [, userId] = /^\/users\/([\w-]+)\/assignLicense$/.exec(path) ?? [];
    if (userId !== undefined && method === 'POST') {
      if (!isGranted(permissionToMove, roles)) return deny();
      if (!named.get('content-type')?.startsWith('application/json'))
        return refused(415, 'BadRequest');
      return this.#assign(tenantId, userId, body);
    }
    const route = routes.find((one) => one.path.test(path));
    if (!route || method !== 'GET') return refused(404, 'ResourceNotFound');
    const needed = granting.find(({ name }) => name === route.needs);
    if (needed && !isGranted(needed, roles)) return deny();
    const activity = query.get('$select')?.includes('signInActivity');
    if (activity && !isGranted(permissionToSeeSignIns, roles)) return deny();
    if (activity && Number(query.get('$top') ?? 1) > 500) return refused(400, 'BadRequest', '$top');
    if (path.includes(unknownUser)) return refused(404, 'Request_ResourceNotFound');
    const wrong = this.#wrongIn(route, query, isEventual, path);
    if (wrong) return wrong;
    const items = await route.items({
      tenants: this.#tenants,
      tenantId,
      roles,
      query,
      isEventual,
      path,
      indexed: this.#indexed.get(tenantId),
    });
    return { status: 200, body: this.#page(items, path, query) };
  }

  async #assign(tenantId: string, userId: string, body: unknown): Promise<WireAnswer> {
    const told = await assignLicense(this.#tenants.sandbox, tenantId, userId, body);
    const { status, code = 'Request_BadRequest', message, retryAfter } = told;
    if (status !== 200) return refused(status, code, message, retryAfter);
    return { status, body: { id: userId } };
  }

  #wrongIn({ type, takes }: Route, query: URLSearchParams, isEventual: boolean, path: string) {
    for (const option of query.keys()) {
      if (!takes.includes(option)) return refused(400, 'Request_UnsupportedQuery', option);
    }
    const isAdvanced = query.has('$count') || path.includes('microsoft.graph.');
    if (isAdvanced && !(isEventual && query.get('$count') === 'true')) {
      return refused(400, 'Request_UnsupportedQuery', 'ConsistencyLevel');
    }
    if (path === '/users' && !query.get('$filter')?.startsWith('id eq')) {
      const filters = filtersIn(query.get('$filter') ?? '');
      if (!filters) return refused(400, 'Request_UnsupportedQuery', '$filter');
    }
    if (Number(query.get('$top') ?? 1) > 999)
      return refused(400, 'Request_UnsupportedQuery', '$top');
    const known: readonly string[] = type ? properties[type] : [];
    const chosen = (query.get('$select') ?? '').split(',').filter((name) => name !== '');
    const strange = chosen.find((name) => !known.includes(name));
    return strange && refused(400, 'BadRequest', `Could not find a property named '${strange}'`);
  }

  #page(items: object[], path: string, query: URLSearchParams): object {
    const from = Number(query.get('$skiptoken') ?? 0);
    const size = Math.min(this.pageSize, Number(query.get('$top') ?? 100));
    const isPaged = path === '/users' || membersPath.test(path);
    const value = isPaged ? items.slice(from, from + size) : items;
    const select = query.get('$select')?.split(',');
    const next = new URLSearchParams(query);
    next.set('$skiptoken', String(from + size));
    return {
      '@odata.context': `${this.url}/v1.0/$metadata#things`,
      ...(isPaged && from + size < items.length
        ? { '@odata.nextLink': `${this.url}/v1.0${path}?${next}` }
        : {}),
      value: value.map((item) =>
        Object.fromEntries(
          Object.entries(item).filter(([name]) => !select || select.includes(name)),
        ),
      ),
    };
  }
}
