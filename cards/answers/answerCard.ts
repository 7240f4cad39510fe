/** Help, support, and the articles that answer questions: text, steps, links. */
import { adminCenter } from '../../commerce/diagnosis/adminCenter.ts';
import type { DeskHours } from '../../commerce/support/supportTime.ts';
import type { ArticleLink } from '../../locales/articles.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { actionSet, type Element, heading, paragraph, small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { hoursLine } from '../support/caseParts.ts';

export const answerCardKind = defineCard('answer', {
  verbs: ['answer.back', 'support.request', 'case.open'],
});

/** Help, support: text with steps and links. Keys lie under `answers.<id>`. */
export interface AnswerView {
  id: 'help' | 'support';
  /** Given to support: reason codes or the order's reference. */
  references: string[];
  /** Whether there is a place to go back to. */
  back: boolean;
  /** Of support, where somebody can be asked here. */
  desk?: DeskOffer | undefined;
}

/** People of our own desk, and by when one of them answers who is asked now. */
interface DeskOffer {
  hours: DeskHours;
  /** ISO instant. */
  answerBy: string;
  timeZone: string;
}

export interface Told {
  title: string;
  paragraphs: string[];
  /** Done one after the other; `notes` follow them. */
  steps?: string[] | undefined;
  notes?: string[] | undefined;
  links?: readonly ArticleLink[];
}

/** An answer to a question, already in the reader's language. */
export interface ArticleView extends Told {
  /** Whether there is a place to go back to. */
  back: boolean;
}

/** Pages to open; their titles lie under `answers.links`. */
const pages: Record<ArticleLink, string> = {
  billingAccounts: adminCenter.billingAccounts,
  bills: adminCenter.bills,
  buy: adminCenter.purchase,
  groups: 'https://admin.microsoft.com/#/groups',
  health: 'https://admin.microsoft.com/#/servicehealth',
  licenses: adminCenter.licenses,
  phone: 'https://learn.microsoft.com/microsoft-365/admin/get-help-support',
  request: adminCenter.support,
  roles: adminCenter.roles,
  subscriptions: adminCenter.subscriptions,
  users: 'https://admin.microsoft.com/#/users',
};

const links: Record<AnswerView['id'], readonly ArticleLink[]> = {
  help: [],
  support: ['request', 'phone'],
};

export function answerCard(view: AnswerView | ArticleView, context: CardContext): Card {
  return 'id' in view ? guideCard(view, context) : articleCard(view, context);
}

function guideCard(view: AnswerView, context: CardContext): Card {
  const { l } = context;
  const { id, references, desk } = view;
  return frame(answerCardKind, context, {
    title: l.t(`answers.${id}.title`),
    summary: l.t(`answers.${id}.summary`),
    body: [
      ...(desk ? deskParts(desk, context) : []),
      ...l.list(`answers.${id}.paragraphs`).map(paragraph),
      ...(references.length > 0
        ? [heading(l.t('answers.references')), verbatim(...references)]
        : []),
      heading(l.t(`answers.${id}.stepsTitle`)),
      ...l.list(`answers.${id}.steps`).map((step) => verbatim(step)),
      ...pagesToOpen(links[id], context),
      ...l.list(`answers.${id}.notes`).map(small),
    ],
    actions: waysOn(view.back, id !== 'support', context),
  });
}

/** What is on one's mind may be written here, or later in the chat. */
function deskParts({ hours, answerBy, timeZone }: DeskOffer, context: CardContext): Element[] {
  const { l } = context;
  const button = buttonsOf(answerCardKind, context);
  return [
    heading(l.t('answers.desk.title')),
    paragraph(l.t('answers.desk.given')),
    paragraph(hoursLine(hours, timeZone, l)),
    paragraph(l.t('cases.answerBy', { time: l.dateTime(answerBy, timeZone) })),
    {
      type: 'Input.Text',
      id: 'question',
      label: l.t('answers.desk.question'),
      isMultiline: true,
      maxLength: 2_000,
      isRequired: true,
      errorMessage: l.t('answers.desk.questionError'),
    },
    actionSet([
      button({ verb: 'case.open', title: l.t('answers.desk.open'), primary: true, inputs: true }),
    ]),
    heading(l.t('answers.desk.microsoft')),
  ];
}

function articleCard(view: ArticleView, context: CardContext): Card {
  const { l } = context;
  const { title, paragraphs, steps = [], notes = [], links: keys = [] } = view;
  return frame(answerCardKind, context, {
    title,
    summary: paragraphs[0] ?? title,
    body: [
      ...paragraphs.map(paragraph),
      ...(steps.length > 0 ? [heading(l.t('answers.article.steps'))] : []),
      ...steps.map((step, index) => verbatim(`${index + 1}. ${step}`)),
      ...notes.map(paragraph),
      ...pagesToOpen(keys, context),
    ],
    actions: waysOn(view.back, true, context),
  });
}

function pagesToOpen(keys: readonly ArticleLink[], { l }: CardContext): Element[] {
  if (keys.length === 0) return [];
  return [actionSet(keys.map((key) => openUrl(l.t(`answers.links.${key}`), pages[key])))];
}

function waysOn(back: boolean, support: boolean, context: CardContext): Element[] {
  const { l } = context;
  const button = buttonsOf(answerCardKind, context);
  return [
    ...(back ? [button({ verb: 'answer.back', title: l.t('cards.common.back') })] : []),
    ...(support ? [button({ verb: 'support.request', title: l.t('cards.common.support') })] : []),
  ];
}
