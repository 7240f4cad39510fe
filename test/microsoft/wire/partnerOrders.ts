/** Upgrades at the wire's Partner Center: ordered once a request, and what is told of them. */
import { randomUUID } from 'node:crypto';
import type { BillingCycle, Term } from '../../../commerce/model/terms.ts';
import type { OperationStatus } from '../../../commerce/ports/seller.ts';
import { productOf, skuIdOfProduct } from './partnerCatalog.ts';
import { eventsOf } from './partnerResources.ts';
import { orderInSandbox } from './sandboxOrder.ts';
import type { WireAnswer, WireRequest } from './wireServer.ts';
import type { WireTenants } from './wireTenants.ts';

export const told = (status: number, code: string, description: string): WireAnswer => ({
  status,
  body: { code, description, data: [], source: 'Alva Andersson' },
});

/** What a transition may say. */
const known = [
  'toCatalogItemId',
  'toSubscriptionId',
  'quantity',
  'termDuration',
  'billingCycle',
  'promotionId',
  'transitionType',
  'events',
];
const needed = ['toCatalogItemId', 'quantity', 'transitionType'];

/** How this service says what the simulated one says. */
const refusals: Readonly<Record<string, [status: number, code: string]>> = {
  ConcurrencyConflicts: [409, '900278'],
  SubscriptionStatusNotActive: [400, '800091'],
  SeatLimitExceeded: [403, '800067'],
  QuantityTooLow: [400, '800090'],
};

interface Placed {
  operationId: string;
  from: string;
  to: string;
  quantity: number;
  at: string;
}

export class PartnerOrders {
  readonly #tenants: WireTenants;
  /** That were given out: no other one is taken. */
  readonly #availabilities: ReadonlySet<string>;
  readonly #answers = new Map<string, WireAnswer>();
  readonly #placed = new Map<string, Placed[]>();
  /** Minutes of the tenant's time for which an order is invisible. */
  lagMinutes = 0;
  /** Whether a repeat is taken for another order. */
  forgets = false;
  /** What the next orders are refused with, each without effect. */
  readonly refusals: { status: number; code: string }[] = [];

  constructor(tenants: WireTenants, availabilities: ReadonlySet<string>) {
    this.#tenants = tenants;
    this.#availabilities = availabilities;
  }

  /** How many upgrades of a tenant there are. */
  placedIn(tenantId: string): number {
    const all = [...this.#placed].filter(([key]) => key.startsWith(tenantId));
    return all.flatMap(([, placed]) => placed).length;
  }

  /** The same request gets the first one's answer. */
  async order(tenantId: string, subscriptionId: string, request: WireRequest): Promise<WireAnswer> {
    const requestId = String(request.headers['ms-requestid']);
    const first = this.#answers.get(requestId);
    if (first && !this.forgets) return first;
    const answer = await this.#order(tenantId, subscriptionId, request);
    this.#answers.set(requestId, answer);
    return answer;
  }

  async transitions(tenantId: string, subscriptionId: string): Promise<WireAnswer> {
    const { sandbox } = this.#tenants;
    const now = await sandbox.now(tenantId);
    const all = this.#placed.get(`${tenantId}/${subscriptionId}`) ?? [];
    const visible = all.filter(
      ({ at }) => Temporal.Instant.from(at).until(now).total('minutes') >= this.lagMinutes,
    );
    if (all.length > 0 && visible.length === 0) return told(404, '20000', 'Order ID not found.');
    const items = await Promise.all(
      visible.map(async (placed) =>
        transition(placed, await sandbox.operation(tenantId, placed.operationId)),
      ),
    );
    return {
      status: 200,
      body: { totalCount: items.length, items, attributes: { objectType: 'Collection' } },
    };
  }

  async #order(
    tenantId: string,
    subscriptionId: string,
    { headers, body }: WireRequest,
  ): Promise<WireAnswer> {
    const refusal = this.refusals.shift();
    if (refusal) return told(refusal.status, refusal.code, 'No, Alva Andersson.');
    if (!headers['content-type']?.startsWith('application/json')) return told(415, '415', 'JSON');
    const asked = JSON.parse(body);
    const strange = Object.keys(asked).find((name) => !known.includes(name));
    const missing = needed.find((name) => asked[name] === undefined);
    if (strange || missing) return told(400, '400', `${strange ?? missing}`);
    const [product, , availability] = String(asked.toCatalogItemId).split(':');
    const targetSkuId = skuIdOfProduct(product ?? '');
    if (!targetSkuId || !this.#availabilities.has(availability ?? '')) {
      return told(400, '800002', 'The catalog item is not valid.');
    }
    return this.#place({
      tenantId,
      subscriptionId,
      targetSkuId,
      asked,
      requestId: String(headers['ms-requestid']),
    });
  }

  async #place(order: {
    tenantId: string;
    subscriptionId: string;
    targetSkuId: string;
    requestId: string;
    asked: {
      quantity: number;
      termDuration: Term;
      billingCycle: BillingCycle;
      toCatalogItemId: string;
    };
  }): Promise<WireAnswer> {
    const { tenantId, subscriptionId, targetSkuId, asked, requestId } = order;
    const { sandbox } = this.#tenants;
    const { termDuration: term, billingCycle: billing, quantity } = asked;
    const now = (await sandbox.now(tenantId)).toString();
    const clientRequestId = this.forgets ? randomUUID() : requestId;
    const wished = { tenantId, subscriptionId, targetSkuId, quantity, term, billing };
    const result = await orderInSandbox(sandbox, { ...wished, clientRequestId });
    if (result.outcome === 'declined') {
      const [status, code] = refusals[result.code] ?? [400, '2002'];
      return told(status, code, result.code);
    }
    const owned = await sandbox.subscriptions(tenantId);
    const source = owned.find(({ id }) => id === subscriptionId)?.skuId ?? '';
    const placed = {
      operationId: result.operationId,
      from: source,
      to: asked.toCatalogItemId,
      quantity,
      at: now,
    };
    const key = `${tenantId}/${subscriptionId}`;
    this.#placed.set(key, [...(this.#placed.get(key) ?? []), placed]);
    return { status: 200, body: transition(placed, { phase: 'provisioning' }) };
  }
}

/** In the case in which they come. */
const transition = ({ from, to, quantity, at }: Placed, status: OperationStatus) => ({
  FromCatalogItemId: `${productOf(from)}:0001:X`,
  ToCatalogItemId: to,
  quantity,
  transitionType: 'transition_with_license_transfer',
  Events: eventsOf(status, at),
  attributes: { objectType: 'Transition' },
});
