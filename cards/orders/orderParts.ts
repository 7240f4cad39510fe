/** What the cards about a placed order have in common. */
import type { Order, OrderState } from '../../commerce/model/order.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { badge, type Element, small, type Tone } from '../kit/elements.ts';

const tones: Record<OrderState, Tone> = {
  awaitingPurchase: 'Accent',
  placed: 'Accent',
  creditCheck: 'Accent',
  provisioning: 'Accent',
  reassigning: 'Accent',
  cancellingOld: 'Accent',
  completed: 'Good',
  completedWithUserErrors: 'Warning',
  declined: 'Attention',
  withdrawn: 'Warning',
  lapsed: 'Warning',
  failed: 'Attention',
};

export function stateBadge(order: Pick<Order, 'state' | 'purchase'>, l: Localiser): Element {
  return badge(stateName(order, l), toneOf(order));
}

export function toneOf({ state }: Pick<Order, 'state'>): Tone {
  return tones[state];
}

/** What an admin did or did not order elsewhere is not known: nobody waits for it any more. */
export function stateName({ state, purchase }: Pick<Order, 'state' | 'purchase'>, l: Localiser) {
  const isLetGo = purchase !== undefined && (state === 'lapsed' || state === 'withdrawn');
  return l.t(`terms.state.${isLetGo ? 'letGo' : state}`);
}

/** The service's own code, for support. */
export function failureCode({ failureCode: code }: Order, l: Localiser): Element[] {
  return code === undefined ? [] : [small(l.t('cards.common.code', { code }))];
}
