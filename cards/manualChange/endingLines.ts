/** What ending the old plan brings back, and until when: the same sentences before the change and at its end. */
import type { Ending } from '../../commerce/manualChange/ending.ts';
import { onlineCancelSeats } from '../../commerce/model/policyValues.ts';
import type { Localiser } from '../../locales/localiser.ts';

export function endingLines(
  ending: Ending,
  { all, timeZone }: { all: boolean; timeZone: string },
  l: Localiser,
): string[] {
  const { rule, until, online, prepaid, owedToEnd, renewsOn } = ending;
  const way = all ? 'end' : 'reduce';
  const values = {
    time: until ? l.dateTime(until, timeZone) : '',
    day: renewsOn ? l.date(renewsOn) : l.t('cards.ending.itsEnd'),
    limit: l.number(onlineCancelSeats),
  };
  return [
    l.t(`cards.ending.${way}.${rule}`, values),
    ...(prepaid ? [l.t('cards.ending.prepaid')] : []),
    ...(owedToEnd && all ? [l.t('cards.ending.owedToEnd')] : []),
    ...(rule === 'byDay' && all && !online ? [l.t('cards.ending.bySupport', values)] : []),
  ];
}
