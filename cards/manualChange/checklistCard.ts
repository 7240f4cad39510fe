/** A change by hand, step by step: what is next, who has done what, and how somebody else goes on with it. */

import { adminCenter } from '../../commerce/diagnosis/adminCenter.ts';
import { movedSoFar } from '../../commerce/manualChange/look.ts';
import type { ChangeStep, ManualChange } from '../../commerce/manualChange/manualChange.ts';
import { currentStep, isMerge, stepsOf, tickOf } from '../../commerce/manualChange/steps.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { badge, type Element, facts, paragraph, small, table, verbatim } from '../kit/elements.ts';
import { asOfLine, frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';
import type { ChecklistView } from './checklistView.ts';
import { nowLines } from './nowLines.ts';

export const checklistCardKind = defineCard('manual-change', {
  verbs: [
    'manual.done',
    'manual.next',
    'manual.leave',
    'manual.stop',
    'manual.other',
    'manual.move',
    'manual.fewer',
  ],
});

export function checklistCard(view: ChecklistView, context: CardContext): Card {
  const { l } = context;
  const { change, sourceName: source, targetName: target } = view;
  const kind = isMerge(change) ? 'merge' : 'move';
  const title = l.t(`cards.manualChange.title.${kind}`, { source, target });
  const state = stateLine(change, l);
  return frame(checklistCardKind, context, {
    title,
    summary: `${title}. ${state}`,
    body: [
      badge(state, change.state === 'done' ? 'Good' : 'Accent'),
      ...nowLines(view, l).map((line) => paragraph(line)),
      ...whoLines(view, l),
      stepTable(change, l),
      ...history(view, l),
      facts([
        [l.t('cards.common.reference'), change.id],
        ...(isMerge(change)
          ? []
          : [[l.t('cards.manualChange.users'), usersOf(change, l)] as const]),
        [l.t('cards.manualChange.startedAt'), l.dateTime(change.startedAt, view.timeZone)],
      ]),
      verbatim(l.t('cards.manualChange.begunBy', { name: change.begunBy.name })),
      ...(change.state === 'open'
        ? [small(l.t('cards.manualChange.handOver', { reference: change.id }))]
        : []),
      asOfLine(view, l),
    ],
    actions: actionsOf(view, context),
  });
}

function stateLine(change: ManualChange, l: Localiser): string {
  const step = currentStep(change);
  if (change.state !== 'open' || !step) return l.t(`cards.manualChange.state.${change.state}`);
  const steps = stepsOf(change);
  return l.t('cards.manualChange.stepOf', {
    n: l.number(steps.indexOf(step) + 1),
    of: l.number(steps.length),
    step: stepName(change, step, l),
  });
}

function stepName(change: ManualChange, step: ChangeStep, l: Localiser): string {
  if (isMerge(change)) return l.t(`cards.manualChange.step.merge.${step}`);
  if (step === 'end' && change.users !== 'all') return l.t('cards.manualChange.step.reduce');
  return l.t(`cards.manualChange.step.${step}`);
}

function usersOf({ users }: ManualChange, l: Localiser): string {
  return users === 'all'
    ? l.t('cards.manualChange.all')
    : counted(l, 'cards.manualChange.n', users);
}

/** Roles differ from step to step: who buys may not be who moves users (R9). */
function whoLines({ change, mayDo }: ChecklistView, l: Localiser): Element[] {
  const step = change.state === 'open' ? currentStep(change) : undefined;
  const role = step && rolesFor[step];
  if (!role) return [];
  const who = l.t(`cards.manualChange.who.${role}`);
  const line = small(l.t('cards.manualChange.needs', { who }));
  return mayDo === false ? [paragraph(l.t('cards.manualChange.mayNot', { who }))] : [line];
}

/** Whoever sees the change may look and save. */
const rolesFor: Partial<Record<ChangeStep, 'buyer' | 'mover'>> = {
  buy: 'buyer',
  move: 'mover',
  end: 'buyer',
};

function stepTable(change: ManualChange, l: Localiser): Element {
  const current = change.state === 'open' ? currentStep(change) : undefined;
  const rows = stepsOf(change).map((step, index) => {
    const mark = tickOf(change, step) ? 'done' : step === current ? 'now' : 'ahead';
    const name = l.t('cards.manualChange.numbered', {
      n: l.number(index + 1),
      step: stepName(change, step, l),
    });
    return [name, l.t(`cards.manualChange.mark.${mark}`)];
  });
  const header = [l.t('cards.order.stepHeader'), l.t('cards.order.markHeader')];
  return table([3, 1], [header, ...rows]);
}

/** Who has said or seen what; letter by letter, since people's names may hold anything. */
function history({ change, timeZone }: ChecklistView, l: Localiser): Element[] {
  if (change.ticks.length === 0) return [];
  const lines = change.ticks.map(({ step, how, by, at }) =>
    l.t(`cards.manualChange.history.${by ? how : 'unasked'}`, {
      step: stepName(change, step, l),
      name: by?.name ?? '',
      time: l.dateTime(at, timeZone),
    }),
  );
  return [verbatim(...lines)];
}

type Way = 'buy' | 'users' | 'subscriptions' | 'done' | 'next' | 'leave' | 'move' | 'fewer';

/** The ways on at a step, in the order of their buttons; the first of `move`, `done` and `next` leads on. */
const waysOn: Record<ChangeStep, readonly Way[]> = {
  buy: ['buy', 'done'],
  wait: ['next', 'subscriptions'],
  backUp: ['next'],
  move: ['move', 'users', 'done', 'fewer'],
  verify: ['next', 'move', 'users', 'fewer'],
  end: ['subscriptions', 'done', 'leave'],
};

const pages = {
  buy: adminCenter.purchase,
  users: adminCenter.users,
  subscriptions: adminCenter.subscriptions,
};

function actionsOf(view: ChecklistView, context: CardContext): Element[] {
  const { l } = context;
  const { change, seen } = view;
  const button = buttonsOf(checklistCardKind, context);
  const step = change.state === 'open' ? currentStep(change) : undefined;
  const other = button({ verb: 'manual.other', title: l.t('cards.manualChange.other') });
  if (!step) return [other];
  const ways = waysOn[step];
  const stop = button({ verb: 'manual.stop', title: l.t('cards.manualChange.stop') });
  return [
    ...ways.flatMap((way): Element[] =>
      way === 'fewer' ? fewer(movedSoFar(change, seen), context) : [wayOn(way, step, context)],
    ),
    stop,
    ...(ways.length < 3 ? [other] : []),
  ];
}

/** Goes on with those who have moved, where others have not. */
function fewer(moved: number | undefined, context: CardContext): Element[] {
  if (moved === undefined) return [];
  const title = counted(context.l, 'cards.manualChange.fewer', moved);
  return [buttonsOf(checklistCardKind, context)({ verb: 'manual.fewer', title })];
}

function wayOn(way: Exclude<Way, 'fewer'>, step: ChangeStep, context: CardContext): Element {
  const { l } = context;
  const button = buttonsOf(checklistCardKind, context);
  switch (way) {
    case 'done': {
      const title = l.t(`cards.manualChange.done.${step}`);
      const primary = step === 'move' ? {} : { primary: true as const };
      return button({ verb: 'manual.done', title, choice: step, ...primary });
    }
    case 'next': {
      const title = l.t(`cards.manualChange.next.${step === 'backUp' ? 'backUp' : 'look'}`);
      return button({ verb: 'manual.next', title, primary: true });
    }
    case 'move': {
      const primary = step === 'move' ? { primary: true as const } : {};
      return button({ verb: 'manual.move', title: l.t('cards.manualChange.move'), ...primary });
    }
    case 'leave':
      return button({ verb: 'manual.leave', title: l.t('cards.manualChange.leave') });
    default:
      return openUrl(l.t(`answers.links.${way}`), pages[way]);
  }
}
