/** Views of an order: on its card, in a notice, in a list. */

import type { Aftermath, NoticeView } from '../../cards/orders/noticeCard.ts';
import type { OrderView } from '../../cards/orders/orderCard.ts';
import type { StatusView } from '../../cards/orders/statusCard.ts';
import type { ManualChange } from '../../commerce/manualChange/manualChange.ts';
import { currentStep, stepsOf } from '../../commerce/manualChange/steps.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { NoticeKind, Order } from '../../commerce/model/order.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import { keepingId } from '../../commerce/move/keeping.ts';
import { type TakingBack, takingBackOf } from '../../commerce/order/service/withdrawal.ts';
import type { MoveRepository, QuoteRepository } from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { creditIn } from '../../commerce/quote/creditIn.ts';
import type { SupportCase } from '../../commerce/support/case.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName, planNames } from '../step/planName.ts';
import { type TenantTime, type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';
import { watchView } from './watchViews.ts';

export interface OrderViewNeeds extends TenantTimeNeeds {
  catalog: Pick<Catalog, 'find'>;
}

export interface SurroundingsNeeds extends TenantTimeNeeds {
  seller: Pick<Seller, 'billingAccount' | 'capabilities'>;
}

/** What all cards of an order show alike: the tenant's time, and what can be done about the order. */
export interface OrderSurroundings {
  time: TenantTime;
  takingBack: TakingBack;
}

export async function surroundingsOf(
  needs: SurroundingsNeeds,
  order: Order,
): Promise<OrderSurroundings> {
  const [time, capabilities] = await Promise.all([
    tenantTimeOf(needs, order.tenantId, order.timeZone),
    needs.seller.capabilities(order.tenantId, order.subscriptionId),
  ]);
  return { time, takingBack: takingBackOf(order, capabilities) };
}

export function orderView(
  { catalog }: Pick<OrderViewNeeds, 'catalog'>,
  l: Localiser,
  order: Order,
  { time: { now, timeZone }, takingBack }: OrderSurroundings,
): OrderView {
  const { instead } = order.purchase ?? {};
  return {
    order,
    ...planNames(catalog, l, order),
    ...(instead ? { insteadName: planName(catalog, instead.skuId, l) } : {}),
    takingBack,
    asOf: now,
    timeZone,
  };
}

export interface NoticeViewNeeds extends OrderViewNeeds {
  quotes: Pick<QuoteRepository, 'get'>;
  moves: Pick<MoveRepository, 'get'>;
}

export async function noticeView(
  needs: NoticeViewNeeds,
  l: Localiser,
  order: Order,
  kind: NoticeKind,
): Promise<NoticeView> {
  const [{ timeZone }, aftermath] = await Promise.all([
    tenantTimeOf(needs, order.tenantId, order.timeZone),
    kind === 'completed' ? aftermathOf(needs, order) : undefined,
  ]);
  const names = planNames(needs.catalog, l, order);
  return { kind, order, ...names, timeZone, ...(aftermath ? { aftermath } : {}) };
}

/** Whatever can't be read must not keep anybody from hearing that the upgrade is complete. */
async function aftermathOf({ quotes, moves }: NoticeViewNeeds, order: Order): Promise<Aftermath> {
  const [quote, keeping] = await Promise.all([
    order.quoteId === undefined ? undefined : quotes.get(order.quoteId).catch(() => undefined),
    moves.get(keepingId(order)).catch(() => undefined),
  ]);
  const turnsOff = keeping !== undefined && keeping.value.state !== 'stopped';
  return { turnsOff, credit: quote ? creditIn(quote) : 'unknown' };
}

/** What is listed, of each the newest first. */
interface StatusList {
  orders: Order[];
  watches: Watch[];
  changes: ManualChange[];
  cases: SupportCase[];
}

export async function statusView(
  needs: OrderViewNeeds,
  l: Localiser,
  tenantId: string,
  { orders, watches, changes, cases }: StatusList,
): Promise<StatusView> {
  const { now, timeZone } = await tenantTimeOf(needs, tenantId, orders[0]?.timeZone);
  const listed = orders.map((order) => ({ order, ...planNames(needs.catalog, l, order) }));
  const watched = watches.map((watch) => watchView(needs.catalog, l, watch));
  const open = changes.map((change) => changeView(needs.catalog, l, change));
  return { orders: listed, watches: watched, changes: open, cases, asOf: now, timeZone };
}

function changeView(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  change: ManualChange,
): StatusView['changes'][number] {
  const steps = stepsOf(change);
  const step = currentStep(change);
  const n = step ? steps.indexOf(step) + 1 : steps.length;
  return { reference: change.id, ...planNames(catalog, l, change), n, of: steps.length };
}
