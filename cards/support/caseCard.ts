/** A case as the desk sees it: who asks, what for, who has it, and what can be done next. */
import {
  type CaseEvent,
  type CaseState,
  isOver,
  type SupportCase,
} from '../../commerce/support/case.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { actionSet, type Element, facts, paragraph, small, verbatim } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { caseBadge } from './caseParts.ts';
import { fileParts } from './fileParts.ts';

/** What each button does to the case. */
export const caseVerbs = {
  'case.take': 'take',
  'case.takeover': 'handOver',
  'case.give': 'giveBack',
  'case.ask': 'askCustomer',
  'case.wait': 'askMicrosoft',
  'case.goon': 'goOn',
  'case.close': 'solve',
  'case.note': 'note',
  'case.look': 'look',
  'case.talk': 'talk',
} as const satisfies Record<string, CaseEvent>;
type CaseVerb = keyof typeof caseVerbs | 'case.guide';

export const caseCardKind = defineCard('case', {
  verbs: [...(Object.keys(caseVerbs) as CaseVerb[]), 'case.guide'],
  showsPriceOrOrder: true,
});

export interface CaseView extends AsOf {
  found: SupportCase;
  /** What it is about, as people call it. */
  topic?: string;
  /** The card that waits for the customer's answer just now. */
  step?: string;
  /** Plans by their SKU ids, for the whole file; absent where only the outline is shown. */
  planNames?: Readonly<Record<string, string>>;
}

/** The buttons at the foot, in their order. */
const next: Record<CaseState, readonly (keyof typeof caseVerbs)[]> = {
  new: ['case.take', 'case.look'],
  assigned: ['case.talk', 'case.ask', 'case.wait', 'case.close', 'case.give'],
  waitingForCustomer: ['case.talk', 'case.goon', 'case.wait', 'case.close', 'case.give'],
  waitingForMicrosoft: ['case.talk', 'case.goon', 'case.ask', 'case.close', 'case.give'],
  solved: ['case.look'],
  withdrawn: ['case.look'],
};

export function caseCard(view: CaseView, context: CardContext): Card {
  const { l } = context;
  const { found, topic, planNames, timeZone } = view;
  const { id: reference, state, question, agent, openedBy } = found;
  const button = buttonsOf(caseCardKind, context);
  const last = lastOf(found);
  const press = (verb: keyof typeof caseVerbs): Element =>
    button({
      verb,
      title: l.t(`cards.case.do.${caseVerbs[verb]}`),
      ...(verb === 'case.take' || verb === 'case.talk' ? { primary: true } : {}),
    });
  return frame(caseCardKind, context, {
    title: l.t('cards.case.title', { reference }),
    summary: l.t('cards.case.summary', { reference, state: l.t(`cases.deskState.${state}`) }),
    body: [
      caseBadge(found, l, 'deskState'),
      verbatim(l.t('cards.case.by', { name: openedBy.name })),
      ...(agent ? [verbatim(l.t('cards.myCase.agent', { name: agent.name }))] : []),
      ...(question === '' ? [] : [verbatim(question)]),
      ...(planNames || !last ? [] : [verbatim(`${l.t('cases.by.customer')}: ${last}`)]),
      facts(outline(view, l)),
      ...(topic ? [] : [paragraph(l.t('cards.case.noTopic'))]),
      ...(planNames ? fileParts(found, planNames, timeZone, l) : []),
      ...noteForm(view, context, button),
      asOfLine(view, l),
    ],
    actions: next[state].map(press),
  });
}

/** What the customer has written last; empty where that is nothing. */
function lastOf({ messages }: SupportCase): string {
  const { text = '', files = [] } = messages.findLast(({ from }) => from === 'customer') ?? {};
  return [text.slice(0, 300), ...files.map(({ name }) => `[${name}]`)].join(' ').trim();
}

function outline(
  { found, topic, step, timeZone }: CaseView,
  l: Localiser,
): (readonly [string, string])[] {
  const { snapshot, startedAt, answerBy, locale, tenantId } = found;
  const { reasons } = snapshot;
  return [
    ...(topic ? [[l.t('cards.myCase.about'), topic] as const] : []),
    ...(reasons.length > 0 ? [[l.t('cards.case.reasons'), reasons.join(', ')] as const] : []),
    ...(step ? [[l.t('cards.case.step'), l.t(`dialogs.closed.${step}`)] as const] : []),
    [l.t('cards.case.language'), l.t(`cases.language.${locale}`)],
    [l.t('cards.case.tenant'), tenantId],
    [l.t('cards.myCase.since'), l.dateTime(startedAt, timeZone)],
    ...(answerBy ? [[l.t('cards.case.due'), l.dateTime(answerBy, timeZone)] as const] : []),
  ];
}

/** Notes are read and written where the whole file is. */
function noteForm(
  { planNames, found }: CaseView,
  { l }: CardContext,
  button: ReturnType<typeof buttonsOf<CaseVerb>>,
): Element[] {
  const over = button({ verb: 'case.takeover', title: l.t('cards.case.do.handOver') });
  const guide = button({ verb: 'case.guide', title: l.t('cards.case.do.guide') });
  const isHeld = found.agent !== undefined && !isOver(found);
  const held = isHeld ? [guide, over] : [];
  if (!planNames) {
    const look = button({ verb: 'case.look', title: l.t('cards.case.do.look') });
    const above = next[found.state].includes('case.look') ? held : [look, ...held];
    return above.length > 0 ? [actionSet(above)] : [];
  }
  return [
    {
      type: 'Input.Text',
      id: 'note',
      label: l.t('cards.case.note'),
      isMultiline: true,
      maxLength: 2_000,
      isRequired: true,
      errorMessage: l.t('cards.case.noteError'),
    },
    actionSet([
      button({ verb: 'case.note', title: l.t('cards.case.do.note'), inputs: true }),
      ...held,
    ]),
    small(l.t('cards.case.never')),
  ];
}
