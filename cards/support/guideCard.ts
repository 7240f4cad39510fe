/** What an agent can send a customer: an article, the diagnosis as it is now, the wish to be shown something. */
import type { Shareable } from '../../commerce/support/parts/push.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { actionSet, heading, paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

/** What each button asks the customer to show. */
export const askVerbs = {
  'guide.order': 'order',
  'guide.licences': 'licences',
  'guide.diagnosis': 'diagnosis',
} as const satisfies Record<string, Shareable>;
type AskVerb = keyof typeof askVerbs;
const askVerbList = Object.keys(askVerbs) as AskVerb[];

export const guideCardKind = defineCard('guide', {
  verbs: ['guide.article', 'guide.check', ...askVerbList],
});

export interface GuideView {
  reference: string;
  /** In the agent's language. */
  articles: readonly { slug: string; title: string }[];
  /** What stands above the article unless the agent writes something else, in the customer's language. */
  words: string;
}

export function guideCard({ reference, articles, words }: GuideView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(guideCardKind, context);
  const title = l.t('cards.guide.title', { reference });
  return frame(guideCardKind, context, {
    title,
    summary: `${title}. ${l.t('cards.guide.intro')}`,
    body: [
      paragraph(l.t('cards.guide.intro')),
      {
        type: 'Input.ChoiceSet',
        id: 'article',
        label: l.t('cards.guide.article'),
        style: 'compact',
        placeholder: l.t('cards.guide.choose'),
        choices: articles.map(({ slug: value, title: named }) => ({ title: named, value })),
        isRequired: true,
        errorMessage: l.t('cards.guide.articleError'),
      },
      {
        type: 'Input.Text',
        id: 'words',
        label: l.t('cards.guide.words'),
        value: words,
        isMultiline: true,
        maxLength: 2_000,
        isRequired: true,
        errorMessage: l.t('cards.guide.wordsError'),
      },
      actionSet([
        button({ verb: 'guide.article', title: l.t('cards.guide.send'), inputs: true }),
        button({ verb: 'guide.check', title: l.t('cards.guide.check') }),
      ]),
      heading(l.t('cards.guide.ask')),
      small(l.t('cards.guide.decides')),
      actionSet(
        askVerbList.map((verb) =>
          button({ verb, title: l.t(`cards.guide.asks.${askVerbs[verb]}`) }),
        ),
      ),
    ],
    actions: [],
  });
}
