/** Orders that an admin places in the admin center, on their card and in notices. */
import type { NoticeView } from '../../../cards/orders/noticeCard.ts';
import type { OrderView } from '../../../cards/orders/orderCard.ts';
import type { AuditEntry, Order, OrderState } from '../../../commerce/model/order.ts';
import {
  guid,
  longName,
  longNames,
  manyFailures,
  names,
  now,
  orderIn,
  seen,
  timeZone,
} from './sampleData.ts';

/** An order that its admin places in the admin center, and what is known of the purchase. */
function purchaseIn(
  state: OrderState,
  purchase: Partial<NonNullable<Order['purchase']>> = {},
): Order {
  const { dueToday: _, creditToInvoice: __, perPeriod: ___, ...order } = orderIn(state);
  const begun: AuditEntry = { at: now, by: 'user-1', event: 'begun', to: 'awaitingPurchase' };
  const before = { licences: {}, subscriptions: [], users: { old: 25, new: 0 } };
  return {
    ...order,
    audit: [begun, ...order.audit.filter(({ to }) => !['placed', 'creditCheck'].includes(to))],
    users: { moved: 10, total: 25, failures: [] },
    purchase: { until: now, before, listPrice: 264_00, ...purchase },
  };
}

const purchaseStates: readonly OrderState[] = [
  'awaitingPurchase',
  'provisioning',
  'reassigning',
  'cancellingOld',
  'completed',
  'completedWithUserErrors',
  'withdrawn',
  'lapsed',
];

export const purchaseOrderViews: Record<string, OrderView> = {
  ...Object.fromEntries(
    purchaseStates.map((state) => [
      `purchase ${state}`,
      { order: purchaseIn(state), ...names, ...seen, takingBack: 'possible' as const },
    ]),
  ),
  'purchase said': {
    order: purchaseIn('awaitingPurchase', { saidAt: now }),
    ...names,
    ...seen,
    takingBack: 'possible',
  },
  'purchase of one of another plan': {
    order: purchaseIn('awaitingPurchase', { instead: { skuId: guid, licences: 1 } }),
    ...names,
    ...seen,
    insteadName: longName,
    takingBack: 'possible',
  },
  'purchase of another plan': {
    order: purchaseIn('awaitingPurchase', { instead: { skuId: guid, licences: 25 } }),
    ...longNames,
    ...seen,
    insteadName: longName,
    takingBack: 'possible',
  },
  'purchase of one license': {
    order: { ...purchaseIn('reassigning', { bought: 1 }), quantity: 3 },
    ...names,
    ...seen,
    takingBack: 'over',
  },
  'purchase of fewer': {
    order: purchaseIn('reassigning', { bought: 10 }),
    ...names,
    ...seen,
    takingBack: 'over',
  },
  'purchase, none for one user': {
    order: {
      ...purchaseIn('reassigning', { bought: 2 }),
      users: { total: 3, moved: 0, failures: [] },
    },
    ...names,
    ...seen,
    takingBack: 'over',
  },
  'purchase, some users left': {
    order: {
      ...purchaseIn('completedWithUserErrors', { bought: 10, oldPlanGoesOn: true }),
      newSubscriptionId: 'sub-2',
      users: manyFailures,
    },
    ...longNames,
    ...seen,
    takingBack: 'over',
  },
  'purchase, old plan goes on': {
    order: purchaseIn('completed', { bought: 25, oldPlanGoesOn: true }),
    ...names,
    ...seen,
    takingBack: 'over',
  },
};

export const purchaseNoticeViews: Record<string, NoticeView> = {
  'purchase not seen': { kind: 'lapsed', order: purchaseIn('lapsed'), ...longNames, timeZone },
  'purchase, old plan goes on': {
    kind: 'completed',
    order: purchaseIn('completed', { oldPlanGoesOn: true }),
    ...longNames,
    timeZone,
  },
};
