/** Views of an order: on its card, in a notice, in a list. */

import type { NoticeView } from '../../cards/orders/noticeCard.ts';
import type { OrderView } from '../../cards/orders/orderCard.ts';
import type { StatusView } from '../../cards/orders/statusCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { NoticeKind, Order } from '../../commerce/model/order.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';
import { type TenantTime, type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';
import { watchView } from './watchViews.ts';

export interface OrderViewNeeds extends TenantTimeNeeds {
  catalog: Pick<Catalog, 'find'>;
}

/** @param time of the order's tenant: one look serves all cards of an order */
export function orderView(
  { catalog }: Pick<OrderViewNeeds, 'catalog'>,
  l: Localiser,
  order: Order,
  { now, timeZone }: TenantTime,
): OrderView {
  return { order, ...namesOf(catalog, l, order), asOf: now, timeZone };
}

export async function noticeView(
  needs: OrderViewNeeds,
  l: Localiser,
  order: Order,
  kind: NoticeKind,
): Promise<NoticeView> {
  const { timeZone } = await tenantTimeOf(needs, order.tenantId);
  return { kind, order, ...namesOf(needs.catalog, l, order), timeZone };
}

export async function statusView(
  needs: OrderViewNeeds,
  l: Localiser,
  tenantId: string,
  orders: Order[],
  watches: Watch[],
): Promise<StatusView> {
  const { now, timeZone } = await tenantTimeOf(needs, tenantId);
  const listed = orders.map((order) => ({ order, ...namesOf(needs.catalog, l, order) }));
  const watched = watches.map((watch) => watchView(needs.catalog, l, watch));
  return { orders: listed, watches: watched, asOf: now, timeZone };
}

function namesOf(catalog: OrderViewNeeds['catalog'], l: Localiser, order: Order) {
  return {
    sourceName: planName(catalog, order.sourceSkuId, l),
    targetName: planName(catalog, order.targetSkuId, l),
  };
}
