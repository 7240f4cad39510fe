/** The only ways in which an order changes: a step of its life, or progress within a state. */
import { UpgraderaError } from '../errors.ts';
import { isFinal, type Order, type OrderState } from './order.ts';
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

type Progress = Partial<Pick<Order, 'users' | 'newSubscriptionId' | 'creditCheckBy'>>;

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
  const { nextCheckAt, ...rest } = order;
  const kinds = noticesOf(order.state, step.to);
  const revision = order.revision + 1;
  const next: Order = {
    ...rest,
    ...progress,
    state: step.to,
    revision,
    ...(kinds.length === 0 ? { cards: shownAt(order, revision) } : {}),
    changedAt: step.at,
    audit: [
      ...order.audit,
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
      ...order.notices,
      ...kinds.map((kind) => ({
        kind,
        conversation: order.conversation,
        status: 'pending' as const,
        at: step.at,
      })),
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

function shownAt({ cards }: Order, revision: number): Order['cards'] {
  return cards.map((card) => ({ ...card, revision }));
}
