/** Help, the manual path and support: short text, steps, links. */
import { buttonsOf, openUrl } from './buttons.ts';
import type { Card, CardContext } from './card.ts';
import { actionSet, heading, paragraph, small, verbatim } from './elements.ts';
import { frame } from './frame.ts';
import type { AnswerView } from './views.ts';

const adminCenter = 'https://admin.microsoft.com/Adminportal/Home#';

/** Pages to open, by their keys under `answers.links`. */
const links: Record<AnswerView['id'], readonly (readonly [key: string, url: string])[]> = {
  help: [],
  manual: [
    ['buy', `${adminCenter}/catalog`],
    ['users', `${adminCenter}/users`],
    ['subscriptions', `${adminCenter}/subscriptions`],
  ],
  support: [
    ['request', `${adminCenter}/support/requests`],
    ['phone', 'https://learn.microsoft.com/microsoft-365/admin/get-help-support'],
  ],
};

export function answerCard(view: AnswerView, context: CardContext): Card {
  const { l } = context;
  const { id, references } = view;
  const button = buttonsOf<'answer'>(context);
  const pages = links[id].map(([key, url]) => openUrl(l.t(`answers.links.${key}`), url));
  return frame('answer', {
    title: l.t(`answers.${id}.title`),
    summary: l.t(`answers.${id}.summary`),
    body: [
      ...l.list(`answers.${id}.paragraphs`).map(paragraph),
      ...(references.length > 0
        ? [heading(l.t('answers.references')), verbatim(...references)]
        : []),
      heading(l.t(`answers.${id}.stepsTitle`)),
      ...l.list(`answers.${id}.steps`).map((step) => verbatim(step)),
      ...(pages.length > 0 ? [actionSet(pages)] : []),
      ...l.list(`answers.${id}.notes`).map(small),
    ],
    actions: [
      ...(view.back ? [button({ verb: 'answer.back', title: l.t('cards.common.back') })] : []),
      ...(id === 'support'
        ? []
        : [button({ verb: 'support.request', title: l.t('cards.common.support') })]),
    ],
  });
}
