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
    ...untilThen(order, timeZone, l),
  ];
}

/** One for each class of error that there is. */
function remedies(order: Order, l: Localiser): string[] {
  const { failures } = order.users;
  return classes.flatMap((name) => {
    const count = failures.filter(({ reason }) => classOf(reason) === name).length;
    if (count === 0) return [];
    const left = name === 'CountViolation' ? licencesLeft(order) : 0;
    const key = left >= count ? 'licencesFree' : name;
    return [l.t(`terms.userRemedy.${key}`, { n: l.number(count), free: l.number(left) })];
  });
}

/** New licences that this upgrade gives to nobody, in the end: none are to be bought where they are enough. */
function licencesLeft({ quantity, purchase, users: { moved, total, failures } }: Order): number {
  if (total === 0) return 0;
  return (purchase?.bought ?? quantity) - Math.max(moved ?? 0, total - failures.length);
}

/** Where the old subscription was replaced by a new one, it stays usable for a while. @param timeZone IANA */
export function untilThen(order: Order, timeZone: string, l: Localiser): Element[] {
  const { subscriptionId, newSubscriptionId = subscriptionId, changedAt, purchase, users } = order;
  const goesOn = newSubscriptionId === subscriptionId || purchase?.oldPlanGoesOn;
  if (!isFinal(order) || goesOn || users.failures.length === 0) return [];
  const day = Temporal.Instant.from(changedAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const date = l.date(day.add({ days: usableAfterEndDays }).toString());
  return [paragraph(l.t('cards.order.failuresUntil', { date }))];
}
