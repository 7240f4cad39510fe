/** Partner Center over simulated tenants: as strict as the real one with what it is asked, and with whom. */

import { skuIdOfProduct } from './partnerCatalog.ts';
import { PartnerOrders, told } from './partnerOrders.ts';
import { customer, eligibilities, qualifications, subscriptions } from './partnerResources.ts';
import { type WireAnswer, type WireRequest, WireServer } from './wireServer.ts';
import type { WireTenants } from './wireTenants.ts';

export class PartnerCenterServer extends WireServer {
  readonly #tenants: WireTenants;
  /** The partner's own tenant. */
  readonly partnerTenantId: string;
  readonly #offered = new Map<string, object>();
  /** Whether what is offered is what was offered before, whatever was ordered since. */
  isStale = false;
  readonly orders: PartnerOrders;
  readonly #availabilities = new Set<string>();
  constructor(tenants: WireTenants, partnerTenantId: string) {
    super((request) => this.#answer(request));
    this.#tenants = tenants;
    this.partnerTenantId = partnerTenantId;
    this.orders = new PartnerOrders(tenants, this.#availabilities);
  }

  /** Orders that were sent. */
  get sent(): WireRequest[] {
    return this.calls.filter(({ method }) => method === 'POST');
  }

  async #answer(request: WireRequest): Promise<WireAnswer> {
    const { headers } = request;
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const given = this.#tenants.given(token);
    if (!given) return told(401, '900421', `The token ${token} is not valid.`);
    if (given.audience !== 'https://api.partnercenter.microsoft.com') {
      return told(401, '900420', 'Invalid audience.');
    }
    if (given.tenantId !== this.partnerTenantId) return told(403, '900308', 'Not a partner.');
    for (const name of ['ms-requestid', 'ms-correlationid']) {
      if (!/^[0-9a-f-]{36}$/.test(String(headers[name])))
        return told(400, '400', `${name} is missing`);
    }
    if (headers['ms-contract-version'] !== 'v1') return told(400, '400', 'MS-Contract-Version');
    const { pathname, searchParams } = new URL(request.path, this.url);
    const [version, kind, id = '', ...rest] = pathname.slice(1).split('/');
    if (version !== 'v1') return { status: 404, body: '<html>Not found</html>' };
    if (kind === 'products') return this.#sku(id, rest, searchParams);
    if (kind !== 'customers' || !this.#tenants.customers.has(id)) {
      return told(404, '600005', 'Customer not found.');
    }
    return this.#ofCustomer(id, rest, request, searchParams);
  }

  #sku(product: string, [skus, sku, ...more]: string[], query: URLSearchParams): WireAnswer {
    const provisioningId = skuIdOfProduct(product);
    const isAsked = skus === 'skus' && sku === '0001' && more.length === 0;
    if (!isAsked || !/^[A-Z]{2}$/.test(query.get('country') ?? '') || !provisioningId) {
      return told(404, '400013', 'Product not found.');
    }
    const dynamicAttributes = {
      isMicrosoftProduct: true,
      isAddon: false,
      provisioningId: provisioningId.toUpperCase(),
    };
    return { status: 200, body: { id: sku, productId: product, title: 'T', dynamicAttributes } };
  }

  async #ofCustomer(
    tenantId: string,
    [kind, subscriptionId = '', what, ...more]: string[],
    request: WireRequest,
    query: URLSearchParams,
  ): Promise<WireAnswer> {
    const { sandbox } = this.#tenants;
    const isRead = request.method === 'GET' && more.length === 0;
    if (isRead && kind === undefined)
      return { status: 200, body: await customer(sandbox, tenantId) };
    if (isRead && kind === 'qualifications') {
      return { status: 200, body: await qualifications(sandbox, tenantId) };
    }
    if (kind !== 'subscriptions') return told(404, '404', 'Not found.');
    const owned = await sandbox.subscriptions(tenantId);
    if (isRead && subscriptionId === '') {
      return {
        status: 200,
        body: await subscriptions(sandbox, tenantId, this.#tenants.soldElsewhere),
      };
    }
    const isSold = owned.some(({ id }) => id === subscriptionId);
    if (!isSold || this.#tenants.soldElsewhere.has(subscriptionId))
      return told(404, '2003', 'Subscription not found.');
    if (isRead && what === 'transitionEligibilities') {
      if (query.get('eligibilityType') !== 'immediate') return told(400, '400', 'eligibilityType');
      return { status: 200, body: await this.#eligibilities(tenantId, subscriptionId) };
    }
    if (what !== 'transitions' || more.length > 0) return told(404, '404', 'Not found.');
    if (request.method === 'GET') return this.orders.transitions(tenantId, subscriptionId);
    return this.orders.order(tenantId, subscriptionId, request);
  }

  async #eligibilities(tenantId: string, subscriptionId: string): Promise<object> {
    const last = this.#offered.get(subscriptionId);
    if (this.isStale && last) return last;
    const availability = `CFQ7TTC0K${(this.#availabilities.size + 100).toString(36).toUpperCase()}`;
    this.#availabilities.add(availability);
    const { sandbox } = this.#tenants;
    const told = await eligibilities(sandbox, tenantId, subscriptionId, availability);
    this.#offered.set(subscriptionId, told);
    return told;
  }
}
