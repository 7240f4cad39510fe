/** Users that an upgrade could not move: how many, who, why, and what to do (R49, R79). */

import { isFinal, type Order } from '../../commerce/model/order.ts';
import { usableAfterEndDays } from '../../commerce/model/policyValues.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, heading, paragraph, small, verbatim } from '../kit/elements.ts';
import { counted } from '../kit/wording.ts';

/** More are told in one line, so that the card stays small. */
export const failuresShown = 10;

const fromGroup = 'InheritedFromGroup';
/** Microsoft's classes of licence errors for which we have words, and a licence that a group gives (R88). */
const knownClasses = [
  'CountViolation',
  'MutuallyExclusiveViolation',
  'DependencyViolation',
  'ProhibitedInUsageLocationViolation',
  'UniquenessViolation',
  fromGroup,
];
const classes = [...knownClasses, 'other'];
const classOf = (reason: string): string => (knownClasses.includes(reason) ? reason : 'other');

/** Nothing when all were moved. @param timeZone IANA */
export function userFailures(order: Order, timeZone: string, l: Localiser): Element[] {
  const { failures } = order.users;
  if (failures.length === 0) return [];
  const more = failures.length - failuresShown;
  return [
    heading(counted(l, 'cards.order.failures', failures.length)),
    verbatim(
      ...failures.slice(0, failuresShown).map(({ userName, reason }) =>
        l.t('cards.order.failure', {
          userName,
          code: reason,
          why: l.t(`terms.userFailure.${classOf(reason)}`),
        }),
      ),
    ),
    ...(more > 0 ? [small(counted(l, 'cards.order.moreFailures', more))] : []),
    heading(l.t('cards.order.failuresToDo')),
    ...remedies(order, l).map(paragraph),
    // What a group gives is not given to its members once more.
    ...(failures.every(({ reason }) => reason === fromGroup)
      ? []
      : [paragraph(l.t('cards.order.failuresRemedy'))]),
    ...oldPlanUntil(order, timeZone, l),
  ];
}

/** One for each class of error that there is. */
function remedies({ users: { failures } }: Order, l: Localiser): string[] {
  return classes.flatMap((name) => {
    const count = failures.filter(({ reason }) => classOf(reason) === name).length;
    if (count === 0) return [];
    return [l.t(`terms.userRemedy.${name}`, { n: l.number(count) })];
  });
}

/** Where the old subscription was replaced by a new one, it stays usable for a while. */
function oldPlanUntil(order: Order, timeZone: string, l: Localiser): Element[] {
  const { subscriptionId, newSubscriptionId = subscriptionId, changedAt, purchase } = order;
  const goesOn = newSubscriptionId === subscriptionId || purchase?.oldPlanGoesOn;
  if (!isFinal(order) || goesOn) return [];
  const day = Temporal.Instant.from(changedAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const date = l.date(day.add({ days: usableAfterEndDays }).toString());
  return [paragraph(l.t('cards.order.failuresUntil', { date }))];
}
