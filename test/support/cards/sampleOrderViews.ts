/** Cards of orders that are placed. */

import { freeNoticeCard } from '../../../cards/orders/freeNoticeCard.ts';
import { moveNoticeCard } from '../../../cards/orders/moveNoticeCard.ts';
import { noticeCard } from '../../../cards/orders/noticeCard.ts';
import { type OrderView, orderCard } from '../../../cards/orders/orderCard.ts';
import { statusCard } from '../../../cards/orders/statusCard.ts';
import { watchNoticeCard } from '../../../cards/orders/watchNoticeCard.ts';
import { reasonCodes } from '../../../commerce/diagnosis/reason.ts';
import { noticeKindSchema, type Order, orderStateSchema } from '../../../commerce/model/order.ts';
import type { Watch } from '../../../commerce/model/watch.ts';
import { takingBackOf } from '../../../commerce/order/service/withdrawal.ts';
import { samplesOf } from './cardSamples.ts';
import { sampleCase } from './cases/sampleCaseViews.ts';
import {
  hostileName,
  longNames,
  manyFailures,
  names,
  orderIn,
  seen,
  timeZone,
} from './sampleData.ts';
import { freeNoticeViews, moveNoticeViews } from './sampleMoveViews.ts';
import { purchaseNoticeViews, purchaseOrderViews } from './samplePurchaseViews.ts';

const orderFull: Order = {
  ...orderIn('completedWithUserErrors'),
  askedBy: { userId: 'adele', name: 'Adele Vance' },
  newSubscriptionId: 'sub-2',
  users: manyFailures,
  currency: 'SEK',
  creditToInvoice: 123_456_789_00,
  creditCheckBy: '2026-11-25',
  failureCode: 'SomeVeryLongCodeOfTheServiceThatNobodyHasSeenBefore_60000',
  placedBy: { userId: 'user-1', name: hostileName },
};

const watch: Watch = {
  v: 1,
  id: 'd5b1e0a4-6f0e-4d0a-9d0e-6a1f0a9b8c7d',
  kind: 'reasons',
  tenantId: 'tenant-1',
  conversation: 'conversation-1',
  userId: 'user-1',
  subscriptionId: 'sub-1',
  skuId: orderFull.sourceSkuId,
  state: 'open',
  codes: [],
  startedAt: '2026-11-23T11:14:00Z',
  endsAt: '2026-12-07T11:14:00Z',
};
const reminder: Watch = { ...watch, kind: 'noLoss', targetSkuId: orderFull.targetSkuId };

function perState(view: (order: Order) => OrderView): Record<string, OrderView> {
  return Object.fromEntries(
    orderStateSchema.options
      .filter((state) => state !== 'awaitingPurchase')
      .map((state) => [`state ${state}`, view(orderIn(state))]),
  );
}

const over = { ...names, ...seen, takingBack: 'over' } as const;

/** @param minutes for which users have been moved */
function orderFor(minutes: number): Order {
  const order = orderIn('reassigning');
  const at = Temporal.Instant.from(seen.asOf).subtract({ minutes }).toString();
  return { ...order, audit: order.audit.map((entry) => ({ ...entry, at })) };
}

export const orderSamples = {
  order: samplesOf(orderCard, {
    ...perState((order) => ({
      order,
      ...names,
      ...seen,
      takingBack: takingBackOf(order, {
        findOperation: async () => undefined,
        withdraw: async () => 'tooLate',
      }),
    })),
    'moving users': {
      order: { ...orderIn('reassigning'), users: { ...manyFailures, moved: 4120, failures: [] } },
      ...over,
    },
    'page asked for': {
      order: orderIn('completed'),
      ...over,
      pageUrl: 'https://bot.example/order?key=x',
    },
    'set up for half an hour': {
      order: { ...orderIn('provisioning'), changedAt: '2026-11-23T10:44:00Z' },
      ...over,
    },
    'moving users for an hour': {
      order: { ...orderFor(60), users: { moved: 6000, total: 10_000, failures: [] } },
      ...over,
    },
    'moving users, some left': {
      order: { ...orderFor(60), users: { ...manyFailures, moved: 6000 } },
      ...over,
    },
    'credit check with a day': {
      order: { ...orderIn('creditCheck'), creditCheckBy: '2026-11-25' },
      ...names,
      ...seen,
      takingBack: 'possible',
    },
    'asked back': {
      order: {
        ...orderIn('creditCheck'),
        withdrawal: { by: 'user-1', at: '2026-11-23T11:14:00Z' },
      },
      ...names,
      ...seen,
      takingBack: 'asked',
    },
    'no taking back': {
      order: orderIn('creditCheck'),
      ...names,
      ...seen,
      takingBack: 'impossible',
    },
    'nobody knows': {
      order: { ...orderIn('placed'), unclearSince: '2026-11-23T11:14:00Z' },
      ...names,
      ...seen,
      takingBack: 'impossible',
    },
    'moving users, uncounted': {
      order: { ...orderIn('reassigning'), users: { total: 25, failures: [] } },
      ...over,
    },
    'declined at once': {
      order: orderIn('declined', 'placed'),
      ...over,
    },
    'no news for a day': {
      order: { ...orderIn('provisioning'), changedAt: '2026-11-22T11:14:00Z' },
      ...over,
    },
    'one user not moved': {
      order: {
        ...orderIn('completedWithUserErrors'),
        quantity: 25,
        users: { moved: 24, total: 25, failures: manyFailures.failures.slice(0, 1) },
      },
      ...over,
    },
    'some left behind': {
      order: { ...orderIn('cancellingOld'), users: manyFailures },
      ...over,
    },
    full: { order: orderFull, ...longNames, ...seen, takingBack: 'over' },
    ...purchaseOrderViews,
  }),
  notice: {
    ...samplesOf(noticeCard, {
      ...Object.fromEntries(
        noticeKindSchema.options.map((kind) => [
          kind,
          { kind, order: orderIn('provisioning'), ...names, timeZone },
        ]),
      ),
      ...Object.fromEntries(
        ([0, 2_443_88, 'unknown'] as const).map((credit) => [
          `complete, credit ${credit}`,
          {
            kind: 'completed' as const,
            order: orderIn('completed'),
            ...names,
            timeZone,
            aftermath: { turnsOff: credit !== 0, credit },
          },
        ]),
      ),
      'credit check with a day': {
        kind: 'creditCheckStarted',
        order: { ...orderIn('creditCheck'), creditCheckBy: '2026-11-25' },
        ...names,
        timeZone,
      },
      'lapsed at another price': {
        kind: 'lapsed',
        order: {
          ...orderFull,
          state: 'lapsed',
          users: { total: 25, failures: [] },
          amountsNow: { dueToday: 1_234_567_89, creditToInvoice: 0, perPeriod: 123_456_789_00 },
        },
        ...longNames,
        timeZone,
      },
      ...purchaseNoticeViews,
      full: { kind: 'completedWithUserErrors', order: orderFull, ...longNames, timeZone },
    }),
    ...samplesOf(watchNoticeCard, {
      'way free': { watch: { ...watch, state: 'fulfilled' }, ...names },
      'watch ended': {
        watch: { ...watch, state: 'ended', codes: [...reasonCodes] },
        ...longNames,
      },
      'nothing lost': { watch: { ...reminder, state: 'fulfilled' }, ...longNames },
    }),
    ...samplesOf(moveNoticeCard, moveNoticeViews(names, longNames)),
    ...samplesOf(freeNoticeCard, freeNoticeViews(names.sourceName, longNames.sourceName)),
  },
  status: samplesOf(statusCard, {
    none: { orders: [], watches: [], changes: [], cases: [], ...seen },
    one: {
      orders: [{ order: orderIn('provisioning'), ...names }],
      watches: [],
      changes: [],
      cases: [],
      ...seen,
    },
    'only waiting': {
      orders: [],
      watches: [{ watch, sourceName: names.sourceName }],
      changes: [],
      cases: [],
      ...seen,
    },
    'only by hand': {
      orders: [],
      watches: [],
      changes: [{ reference: 'CHG-7K3M9QX2', ...names, n: 3, of: 5 }],
      cases: [],
      ...seen,
    },
    'only asked for': { orders: [], watches: [], changes: [], cases: [sampleCase], ...seen },
    full: {
      orders: Array.from({ length: 5 }, () => ({ order: orderFull, ...longNames })),
      watches: Array.from({ length: 5 }, () => ({ watch: reminder, ...longNames })),
      changes: Array.from({ length: 5 }, () => ({
        reference: 'CHG-7K3M9QX2',
        ...longNames,
        n: 6,
        of: 6,
      })),
      cases: Array.from({ length: 3 }, () => sampleCase),
      ...seen,
    },
  }),
};
