/** Graph over simulated tenants: as strict as the real one with what it is asked, and with whom. */
import { isGranted, type PermissionName, permissions } from '../../../microsoft/permissions.ts';
import {
  companySubscriptions,
  directoryRoles,
  healthOverviews,
  organizations,
  properties,
  subscribedSkus,
  type TypeName,
  users,
} from './graphResources.ts';
import { type WireAnswer, type WireRequest, WireServer } from './wireServer.ts';
import type { WireTenants } from './wireTenants.ts';

const unknownUser = '99999999-9999-4999-8999-999999999999';
const innerError = {
  date: '2026-11-23T12:00:00',
  'request-id': '5f2a-11',
  'client-request-id': 'c',
};
const refused = (status: number, code: string, message: string = code): WireAnswer => ({
  status,
  body: { error: { code, message, innerError } },
});

interface Asked {
  tenants: WireTenants;
  tenantId: string;
  roles: readonly string[];
  query: URLSearchParams;
  isEventual: boolean;
  /** From the version on, decoded. */
  path: string;
}

interface Route {
  path: RegExp;
  needs: PermissionName;
  type?: TypeName;
  /** Query options that it takes. */
  takes: readonly string[];
  items: (asked: Asked) => Promise<object[]>;
}

const routes: readonly Route[] = [
  {
    path: /^\/organization$/,
    needs: 'Organization.Read.All',
    type: 'organization',
    takes: ['$select'],
    items: ({ tenants, tenantId }) => organizations(tenants.sandbox, tenantId),
  },
  {
    path: /^\/subscribedSkus$/,
    needs: 'Organization.Read.All',
    type: 'subscribedSku',
    takes: ['$select'],
    items: ({ tenants, tenantId }) => subscribedSkus(tenants.sandbox, tenantId),
  },
  {
    path: /^\/directory\/subscriptions$/,
    needs: 'Organization.Read.All',
    type: 'companySubscription',
    takes: ['$select'],
    items: ({ tenants, tenantId }) => companySubscriptions(tenants.sandbox, tenantId),
  },
  {
    path: /^\/admin\/serviceAnnouncement\/healthOverviews$/,
    needs: 'ServiceHealth.Read.All',
    takes: ['$expand'],
    items: ({ tenants, tenantId }) => healthOverviews(tenants.sandbox, tenantId),
  },
  {
    path: /^\/users$/,
    needs: 'User.Read.All',
    type: 'user',
    takes: ['$select', '$filter', '$count', '$top', '$skiptoken'],
    async items({ tenants, tenantId, query }) {
      const [, person] = /^id eq '([\w-]+)'$/.exec(query.get('$filter') ?? '') ?? [];
      if (person === unknownUser) return [];
      if (person)
        return [{ id: person, userType: tenants.guests.has(person) ? 'Guest' : 'Member' }];
      const all = await users(tenants.sandbox, tenantId);
      const [, skuId] = /x\/skuId eq ([\w-]+)\)$/.exec(query.get('$filter') ?? '') ?? [];
      return all.filter(
        ({ assignedLicenses }) =>
          skuId === undefined || assignedLicenses?.some((one) => one.skuId === skuId),
      );
    },
  },
  {
    path: /^\/users\/[\w-]+\/transitiveMemberOf\/microsoft\.graph\.directoryRole$/,
    needs: 'User.Read.All',
    type: 'directoryRole',
    takes: ['$select', '$count'],
    async items({ tenants, tenantId, path, roles }) {
      const held = await directoryRoles(tenants.sandbox, tenantId, path.split('/')[2] ?? '');
      const needed = permissions.find(({ name }) => name === 'RoleManagement.Read.Directory');
      if (needed && isGranted(needed, roles)) return held;
      return held.map(({ id }) => ({ id, roleTemplateId: null }));
    },
  },
];

export class GraphServer extends WireServer {
  readonly #tenants: WireTenants;
  /** Users on a page at the most. */
  pageSize = 999;
  /** What becomes of the next items of batches, by their place. */
  readonly batchFaults: WireAnswer[] = [];

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
    const isEventual = request.headers.consistencylevel === 'eventual';
    return this.#one(request.method, path, isEventual, given);
  }

  async #batch(
    { body, headers }: WireRequest,
    given: { tenantId: string; roles: readonly string[] },
  ) {
    const { requests } = JSON.parse(body);
    if (!headers['content-type']?.startsWith('application/json')) return refused(415, 'BadRequest');
    if (requests.length > 20) return refused(400, 'BadRequest', 'Number of batch requests > 20');
    const responses = [];
    for (const { id, method, url, headers: own } of requests) {
      const isEventual = own?.ConsistencyLevel === 'eventual';
      const fault = this.batchFaults.shift();
      responses.push({ id, ...(fault ?? (await this.#one(method, url, isEventual, given))) });
    }
    return { status: 200, body: { responses: responses.reverse() } };
  }

  async #one(
    method: string,
    url: string,
    isEventual: boolean,
    { tenantId, roles }: { tenantId: string; roles: readonly string[] },
  ): Promise<WireAnswer> {
    const { pathname, searchParams: query } = new URL(url, this.url);
    const path = decodeURIComponent(pathname);
    const route = routes.find((one) => one.path.test(path));
    if (!route || method !== 'GET') return refused(404, 'ResourceNotFound');
    const needed = permissions.find(({ name }) => name === route.needs);
    if (needed && !isGranted(needed, roles)) {
      return refused(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges, Alva Andersson.',
      );
    }
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
    });
    return { status: 200, body: this.#page(items, path, query) };
  }

  #wrongIn({ type, takes }: Route, query: URLSearchParams, isEventual: boolean, path: string) {
    for (const option of query.keys()) {
      if (!takes.includes(option)) return refused(400, 'Request_UnsupportedQuery', option);
    }
    const isAdvanced = query.has('$count') || path.includes('microsoft.graph.');
    if (isAdvanced && !(isEventual && query.get('$count') === 'true')) {
      return refused(400, 'Request_UnsupportedQuery', 'ConsistencyLevel');
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
    const isPaged = path === '/users';
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
