/** What the cards about a placed order have in common. */
import type { Order, OrderState } from '../commerce/upgrade/order.ts';
import type { Localiser } from '../locales/localiser.ts';
import { badge, type Element, heading, paragraph, small, type Tone, verbatim } from './elements.ts';
import { counted } from './wording.ts';

const tones: Record<OrderState, Tone> = {
  placed: 'Accent',
  creditCheck: 'Accent',
  provisioning: 'Accent',
  reassigning: 'Accent',
  cancellingOld: 'Accent',
  completed: 'Good',
  completedWithUserErrors: 'Warning',
  declined: 'Attention',
  failed: 'Attention',
};

export function stateBadge({ state }: Pick<Order, 'state'>, l: Localiser): Element {
  return badge(l.t(`terms.state.${state}`), tones[state]);
}

/** More are told in one line, so that the card stays small. */
const failuresShown = 10;

/** Microsoft's classes of licence errors for which we have words (R49). */
const knownFailures = [
  'CountViolation',
  'MutuallyExclusiveViolation',
  'DependencyViolation',
  'ProhibitedInUsageLocationViolation',
  'UniquenessViolation',
];

/** Users that keep their old licence, and why. Nothing when all were moved. */
export function userFailures({ users }: Order, l: Localiser): Element[] {
  const { failures } = users;
  if (failures.length === 0) return [];
  const more = failures.length - failuresShown;
  return [
    heading(counted(l, 'cards.order.failures', failures.length)),
    verbatim(
      ...failures.slice(0, failuresShown).map(({ userName, reason }) =>
        l.t('cards.order.failure', {
          userName,
          code: reason,
          why: l.t(
            knownFailures.includes(reason)
              ? `terms.userFailure.${reason}`
              : 'terms.userFailure.other',
          ),
        }),
      ),
    ),
    ...(more > 0 ? [small(counted(l, 'cards.order.moreFailures', more))] : []),
    paragraph(l.t('cards.order.failuresRemedy')),
  ];
}

/** The service's own code, for support. */
export function failureCode({ failureCode: code }: Order, l: Localiser): Element[] {
  return code === undefined ? [] : [small(l.t('cards.common.code', { code }))];
}
