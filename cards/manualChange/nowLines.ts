/** What is to be done now in a change by hand, and what was seen of it. */

import { movedSoFar } from '../../commerce/manualChange/look.ts';
import type { ChangeStep } from '../../commerce/manualChange/manualChange.ts';
import { currentStep, isMerge } from '../../commerce/manualChange/steps.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { counted } from '../kit/wording.ts';
import type { ChecklistView } from './checklistView.ts';
import { endingLines } from './endingLines.ts';

export function nowLines(view: ChecklistView, l: Localiser): string[] {
  const { change } = view;
  const step = currentStep(change);
  if (change.state !== 'open' || !step) return [l.t(`cards.manualChange.over.${change.state}`)];
  return linesOf[step](view, l);
}

const linesOf: Record<ChangeStep, (view: ChecklistView, l: Localiser) => string[]> = {
  buy: (view, l) => {
    const { targetName: target, change, seen } = view;
    const { free, needed, bought } = seen;
    const known = isKnown(free) && isKnown(needed);
    const missing = known ? Math.max(0, needed - free) : undefined;
    const key = isMerge(change) ? 'merge' : 'buy';
    return [
      missing === undefined
        ? l.t(`cards.manualChange.now.${key}.unknown`, { target })
        : counted(l, `cards.manualChange.now.${key}.missing`, missing, { target }),
      ...(bought > 0 && known && !isMerge(change)
        ? [counted(l, 'cards.manualChange.now.buy.owned', Math.max(0, free), { target })]
        : []),
    ];
  },
  wait: ({ targetName: target, seen, change }, l) => [
    l.t(`cards.manualChange.now.wait.${change.nextCheckAt ? 'watched' : 'notWatched'}`, { target }),
    ...(seen.comes ? [l.t('cards.manualChange.now.wait.comes', { target })] : []),
    ...(seen.bought > 0 && isKnown(seen.free) && isKnown(seen.needed)
      ? [
          l.t('cards.manualChange.now.wait.tooFew', {
            free: l.number(Math.max(0, seen.free)),
            needed: l.number(seen.needed),
          }),
        ]
      : []),
  ],
  backUp: ({ change, sourceName: source, targetName: target }, l) => [
    l.t('cards.manualChange.now.backUp', {
      source,
      target,
      done: l.number(change.backedUp.length),
      of: l.number(change.toBackUp.length),
    }),
  ],
  move: (view, l) => [
    l.t('cards.manualChange.now.move', { source: view.sourceName, target: view.targetName }),
    ...movedLines(view, l),
    ...fewerLines(view, l),
  ],
  verify: (view, l) => [
    l.t('cards.manualChange.now.verify'),
    ...movedLines(view, l),
    ...fewerLines(view, l),
  ],
  end: (view, l) => {
    const { change, ending, timeZone, sourceName: source, seen } = view;
    const all = change.users === 'all';
    const key = isMerge(change) ? 'merge' : all ? 'all' : 'some';
    return [
      l.t(`cards.manualChange.now.end.${key}`, {
        source,
        licenses: l.number(seen.source?.quantity ?? 0),
      }),
      ...endingLines(ending, { all, timeZone }, l),
    ];
  },
};

/** What it means to go on with those who have moved. */
function fewerLines({ change, seen, sourceName: source }: ChecklistView, l: Localiser): string[] {
  const moved = movedSoFar(change, seen);
  if (moved === undefined || !isKnown(seen.left)) return [];
  const values = { source, moved: l.number(moved) };
  return [counted(l, 'cards.manualChange.now.fewer', seen.left, values)];
}

function movedLines({ change, seen }: ChecklistView, l: Localiser): string[] {
  const { left, moved } = seen;
  if (change.users === 'all') {
    return isKnown(left)
      ? [counted(l, 'cards.manualChange.left', left)]
      : [l.t('cards.manualChange.leftUnknown')];
  }
  if (!isKnown(moved)) return [l.t('cards.manualChange.leftUnknown')];
  return [l.t('cards.manualChange.moved', { moved: l.number(moved), of: l.number(change.users) })];
}
