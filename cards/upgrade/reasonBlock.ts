/** What stands in the way: cause, remedy, who can do it, when to look again, the code for support. */

import type { Reason } from '../../commerce/diagnosis/reason.ts';
import type { Agreement } from '../../commerce/model/account.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import {
  actionSet,
  apart,
  block,
  type Element,
  heading,
  paragraph,
  small,
  verbatim,
} from '../kit/elements.ts';
import { reasonSentence, reasonSteps, reasonWho } from '../kit/wording.ts';

/** @param before the reason above it: those of one group stand together */
export function reasonBlock(
  reason: Reason,
  before: Reason | undefined,
  {
    agreement,
    timeZone,
    ways,
  }: { agreement: OrUnknown<Agreement>; timeZone: string; ways: Element[] },
  l: Localiser,
): Element {
  const groupLine =
    reason.group === before?.group ? [] : [small(l.t(`cards.diagnosis.group.${reason.group}`))];
  const again =
    reason.recheckAt === undefined
      ? []
      : [
          paragraph(
            l.t('cards.diagnosis.recheckAt', {
              time: l.dateTime(reason.recheckAt, timeZone),
            }),
          ),
        ];
  return block(
    ...groupLine,
    heading(reasonSentence(reason, 'title', l)),
    verbatim(reasonSentence(reason, 'cause', l)),
    verbatim(...numbered(reasonSteps(reason, l), l)),
    small(l.t('cards.diagnosis.who', { who: reasonWho(reason, agreement, l) })),
    ...again,
    ...(ways.length > 0 ? [actionSet(ways)] : []),
    codeLine(reason, l),
  );
}

/** The same in one line. */
export function reasonLine(reason: Reason, l: Localiser): Element[] {
  return [apart(paragraph(reasonSentence(reason, 'title', l))), codeLine(reason, l)];
}

/** A remedy of one step needs no number. */
function numbered(steps: string[], l: Localiser): string[] {
  if (steps.length === 1) return steps;
  return steps.map((step, index) => l.t('cards.diagnosis.step', { n: l.number(index + 1), step }));
}

function codeLine({ code }: Reason, l: Localiser): Element {
  return small(l.t('cards.common.code', { code }));
}
