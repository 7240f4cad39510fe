/** What the cards about a placed order have in common. */
import type { Order, OrderState } from '../../commerce/model/order.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { badge, type Element, small, type Tone } from '../kit/elements.ts';

const tones: Record<OrderState, Tone> = {
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

export function stateBadge({ state }: Pick<Order, 'state'>, l: Localiser): Element {
  return badge(l.t(`terms.state.${state}`), tones[state]);
}

/** The service's own code, for support. */
export function failureCode({ failureCode: code }: Order, l: Localiser): Element[] {
  return code === undefined ? [] : [small(l.t('cards.common.code', { code }))];
}
