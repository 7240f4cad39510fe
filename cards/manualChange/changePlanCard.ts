/** What a change by hand means, before anything is bought: how many users, what is paid, what is lost. */
import { z } from 'zod';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import type { Losses } from '../../commerce/catalog/questions.ts';
import type { Ending } from '../../commerce/manualChange/ending.ts';
import type { BackupItem } from '../../commerce/manualChange/manualChange.ts';
import { isKnown, type OrUnknown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, facts, heading, paragraph } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { lossWarning } from '../kit/losses.ts';
import { type Problem, problemBox } from '../kit/problemBox.ts';
import { counted } from '../kit/wording.ts';
import { endingLines } from './endingLines.ts';

export const changePlanCardKind = defineCard('change-plan', {
  verbs: ['manual.begin', 'manual.back'],
  asks: true,
});

export const changePlanInputSchema = z.object({ users: quantitySchema });

export interface ChangePlanView extends AsOf {
  sourceName: string;
  targetName: string;
  merges: boolean;
  /** Users with a licence of the old plan. */
  left: OrUnknown<number>;
  /** How many of them move. */
  users: number | 'all';
  /** Licences of the new plan that nobody has; 0 for none. */
  free: OrUnknown<number>;
  /** Licences that have to be bought. */
  missing: number;
  /** Of each user who moves. */
  losses: Losses;
  toBackUp: readonly BackupItem[];
  ending: Ending;
  /** ISO instant until which the new plan could be ended with a refund if it were bought now; absent where no such window is. */
  newUntil?: string;
  problem?: Problem;
}

export function changePlanCard(view: ChangePlanView, context: CardContext): Card {
  const { l } = context;
  const { sourceName: source, targetName: target, merges } = view;
  const button = buttonsOf(changePlanCardKind, context);
  const kind = merges ? 'merge' : 'move';
  return frame(changePlanCardKind, context, {
    title: l.t(`cards.changePlan.${kind}.title`, { source, target }),
    summary: l.t(`cards.changePlan.${kind}.summary`, { source, target }),
    body: [
      ...(view.problem ? [problemBox(view.problem, l)] : []),
      paragraph(l.t(`cards.changePlan.${kind}.intro`, { source, target })),
      numbers(view, l),
      ...lossWarning(view.losses, l),
      ...(merges ? [] : [usersInput(view, l)]),
      block(heading(l.t('cards.changePlan.before')), ...knowBefore(view, l).map(paragraph)),
      asOfLine(view, l),
    ],
    actions: [
      button({
        verb: 'manual.begin',
        title: l.t('cards.changePlan.begin'),
        primary: true,
        ...(merges ? {} : { inputs: true }),
      }),
      button({ verb: 'manual.back', title: l.t('cards.common.backToPlans') }),
    ],
  });
}

function numbers({ left, free, missing, merges }: ChangePlanView, l: Localiser): Element {
  const shown = (count: OrUnknown<number>): string =>
    isKnown(count) ? l.number(count) : l.t('cards.changePlan.unknown');
  return facts([
    [l.t('cards.changePlan.left'), shown(left)],
    ...(merges ? [] : [[l.t('cards.changePlan.free'), shown(free)] as const]),
    [l.t('cards.changePlan.missing'), l.number(missing)],
  ]);
}

function usersInput({ left, users }: ChangePlanView, l: Localiser): Element {
  const value = users === 'all' ? left : users;
  return {
    type: 'Input.Number',
    id: 'users',
    label: l.t('cards.changePlan.users'),
    isRequired: true,
    errorMessage: l.t('cards.changePlan.usersError'),
    min: 1,
    ...(isKnown(left) && left > 0 ? { max: left } : {}),
    ...(isKnown(value) && value > 0 ? { value } : {}),
  };
}

/** Said before anything is bought (R31, R114–R117). */
function knowBefore(view: ChangePlanView, l: Localiser): string[] {
  const { merges, toBackUp, newUntil, ending, timeZone, users } = view;
  return [
    l.t(`cards.changePlan.${merges ? 'paysTwo' : 'paysBoth'}`),
    ...(newUntil
      ? [l.t('cards.changePlan.newUntil', { time: l.dateTime(newUntil, timeZone) })]
      : []),
    ...endingLines(ending, { all: merges || users === 'all', timeZone }, l),
    ...(toBackUp.length > 0 ? [counted(l, 'cards.changePlan.backUp', toBackUp.length)] : []),
    ...(merges ? [] : [l.t('cards.changePlan.roles')]),
  ];
}
