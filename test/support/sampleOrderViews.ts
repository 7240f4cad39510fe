/** Views of orders that are placed. */
import type { NoticeView, OrderView, StatusView } from '../../cards/views.ts';
import { noticeKindSchema, type Order, orderStateSchema } from '../../commerce/upgrade/order.ts';
import {
  hostileName,
  longNames,
  manyFailures,
  names,
  orderIn,
  seen,
  timeZone,
} from './sampleData.ts';

export interface OrderViews {
  order: OrderView;
  notice: NoticeView;
  status: StatusView;
}

const orderFull: Order = {
  ...orderIn('completedWithUserErrors'),
  users: manyFailures,
  currency: 'SEK',
  creditToInvoice: 123_456_789_00,
  creditCheckBy: '2026-11-25',
  failureCode: 'SomeVeryLongCodeOfTheServiceThatNobodyHasSeenBefore_60000',
  placedBy: { userId: 'user-1', name: hostileName },
};

function perState(view: (order: Order) => OrderView): Record<string, OrderView> {
  return Object.fromEntries(
    orderStateSchema.options.map((state) => [`state ${state}`, view(orderIn(state))]),
  );
}

export const orderViews: { [Id in keyof OrderViews]: Record<string, OrderViews[Id]> } = {
  order: {
    ...perState((order) => ({ order, ...names, ...seen })),
    'moving users': {
      order: { ...orderIn('reassigning'), users: { ...manyFailures, moved: 4120, failures: [] } },
      ...names,
      ...seen,
    },
    'credit check with a day': {
      order: { ...orderIn('creditCheck'), creditCheckBy: '2026-11-25' },
      ...names,
      ...seen,
    },
    'declined at once': { order: orderIn('declined', 'placed'), ...names, ...seen },
    'no news for a day': {
      order: { ...orderIn('provisioning'), changedAt: '2026-11-22T11:14:00Z' },
      ...names,
      ...seen,
    },
    'one user not moved': {
      order: {
        ...orderIn('completedWithUserErrors'),
        users: { moved: 24, total: 25, failures: manyFailures.failures.slice(0, 1) },
      },
      ...names,
      ...seen,
    },
    full: { order: orderFull, ...longNames, ...seen },
  },
  notice: {
    ...Object.fromEntries(
      noticeKindSchema.options.map((kind) => [
        kind,
        { kind, order: orderIn('provisioning'), ...names, timeZone },
      ]),
    ),
    'credit check with a day': {
      kind: 'creditCheckStarted',
      order: { ...orderIn('creditCheck'), creditCheckBy: '2026-11-25' },
      ...names,
      timeZone,
    },
    full: { kind: 'completedWithUserErrors', order: orderFull, ...longNames, timeZone },
  },
  status: {
    none: { orders: [], ...seen },
    one: { orders: [{ order: orderIn('provisioning'), ...names }], ...seen },
    full: {
      orders: Array.from({ length: 5 }, () => ({ order: orderFull, ...longNames })),
      ...seen,
    },
  },
};
