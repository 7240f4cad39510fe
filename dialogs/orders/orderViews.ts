/** Views of an order: on its card, in a notice, in a list. */

import type { NoticeView } from '../../cards/orders/noticeCard.ts';
import type { OrderView } from '../../cards/orders/orderCard.ts';
import type { StatusView } from '../../cards/orders/statusCard.ts';
import type { NoticeKind, Order } from '../../commerce/model/order.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Services } from '../step/services.ts';
import { type TenantTime, tenantTimeOf } from '../step/tenantTime.ts';
import { planName } from '../upgrade/products.ts';
import { watchView } from './watchViews.ts';

type Needs = Pick<Services, 'catalog' | 'clock' | 'seller'>;

/** @param time of the order's tenant: one look serves all cards of an order */
export function orderView(
  services: Pick<Services, 'catalog'>,
  l: Localiser,
  order: Order,
  { now, timeZone }: TenantTime,
): OrderView {
  return { order, ...namesOf(services, l, order), asOf: now, timeZone };
}

export async function noticeView(
  services: Needs,
  l: Localiser,
  order: Order,
  kind: NoticeKind,
): Promise<NoticeView> {
  const { timeZone } = await tenantTimeOf(services, order.tenantId);
  return { kind, order, ...namesOf(services, l, order), timeZone };
}

export async function statusView(
  services: Needs,
  l: Localiser,
  tenantId: string,
  orders: Order[],
  watches: Watch[],
): Promise<StatusView> {
  const { now, timeZone } = await tenantTimeOf(services, tenantId);
  const listed = orders.map((order) => ({ order, ...namesOf(services, l, order) }));
  const watched = watches.map((watch) => watchView(services, l, watch));
  return { orders: listed, watches: watched, asOf: now, timeZone };
}

function namesOf(services: Pick<Services, 'catalog'>, l: Localiser, order: Order) {
  return {
    sourceName: planName(services, order.sourceSkuId, l),
    targetName: planName(services, order.targetSkuId, l),
  };
}
