/** The only ways in which an order changes: a step of its life, or something that happens within a state. */
import { UpgraderaError } from '../base/errors.ts';
import {
  isFinal,
  type Notice,
  type NoticeKind,
  type Order,
  type OrderState,
} from '../model/order.ts';
import { noticesOf, transitions } from './transitions.ts';

export interface Step {
  to: OrderState;
  /** ISO instant in the tenant's time. */
  at: string;
  /** User id or `system`. */
  by: string;
  event: string;
  code?: string;
}

type Progress = Partial<Pick<Order, 'users' | 'newSubscriptionId' | 'creditCheckBy' | 'purchase'>>;

/**
 * The order after a step, with its audit entry and the notices it owes, to be written as one. A
 * step that owes no notice counts as shown on the cards at once: if one is missed, the next look
 * comes soon.
 * @throws order.illegal-transition
 */
export function advance(order: Order, step: Step, progress: Progress = {}): Order {
  if (!transitions[order.state].includes(step.to)) {
    throw new UpgraderaError(
      'order.illegal-transition',
      `${order.id}: ${order.state} → ${step.to}`,
    );
  }
  const { nextCheckAt, ...rest } = answered(order, step);
  const kinds = noticesOf(order.state, step.to);
  const revision = rest.revision + 1;
  const next: Order = {
    ...rest,
    ...progress,
    state: step.to,
    revision,
    ...(kinds.length === 0 ? { cards: shownAt(order, revision) } : {}),
    changedAt: step.at,
    audit: [
      ...rest.audit,
      {
        at: step.at,
        by: step.by,
        event: step.event,
        from: order.state,
        to: step.to,
        ...(step.code === undefined ? {} : { code: step.code }),
      },
    ],
    notices: [
      ...rest.notices,
      ...kinds.map((kind) => owedNotice(order, toldAs(kind, order), step.at)),
    ],
    ...(step.code === undefined ? {} : { failureCode: step.code }),
  };
  return isFinal(next) || nextCheckAt === undefined ? next : { ...next, nextCheckAt };
}

/**
 * The order after progress that people can see but that is no step: users moved so far. Its cards
 * count as shown at once: if one is missed, the next look comes soon.
 */
export function progressed(order: Order, at: string, progress: Progress): Order {
  const next = { ...order, ...progress };
  if (JSON.stringify(next) === JSON.stringify(order)) return order;
  const revision = order.revision + 1;
  return { ...next, changedAt: at, revision, cards: shownAt(order, revision) };
}

/**
 * The order after something that is no step of its life and can be seen: its cards are behind, and
 * what is owed is told.
 */
export function noted(
  order: Order,
  happening: { event: string; at: string; by: string; notice?: NoticeKind },
): Order {
  const { event, at, by, notice } = happening;
  return {
    ...order,
    changedAt: at,
    revision: order.revision + 1,
    audit: [...order.audit, { at, by, event, to: order.state }],
    notices: notice ? [...order.notices, owedNotice(order, notice, at)] : order.notices,
  };
}

/** How an order can end that nobody could take back any more. */
const goneThrough: readonly OrderState[] = ['completed', 'completedWithUserErrors'];

/** Who asked to take an order back that ends now, whatever is asked of the service, gets an answer. */
function answered(order: Order, { to, at }: Step): Order {
  const { withdrawal, ...rest } = order;
  if (!withdrawal || !isFinal({ state: to })) return order;
  if (to === 'withdrawn') return rest;
  const bySystem = { at, by: 'system' };
  return goneThrough.includes(to)
    ? noted(rest, { ...bySystem, event: 'withdrawal.tooLate', notice: 'tooLateToWithdraw' })
    : noted(rest, { ...bySystem, event: 'withdrawal.notNeeded' });
}

/** Where no card shows the order yet, its own says the same. */
function toldAs(kind: NoticeKind, { cards }: Order): Notice['kind'] {
  return kind === 'purchaseSeen' && cards.length === 0 ? 'card' : kind;
}

function owedNotice({ conversation }: Order, kind: Notice['kind'], at: string): Notice {
  return { kind, conversation, status: 'pending', at };
}

function shownAt({ cards }: Order, revision: number): Order['cards'] {
  return cards.map((card) => ({ ...card, revision }));
}
