/** What an upgrade does to people, services and billing, as the review says it (R1, R80–R92). */
import type { Localiser } from '../../../locales/localiser.ts';
import { apart, type Element, heading, paragraph, warning } from '../../kit/elements.ts';
import { folded } from '../../kit/folded.ts';
import type { ReviewView } from './reviewView.ts';

type EffectsView = Pick<ReviewView, 'quote' | 'takesBack'>;

/** One line for all of it, and each topic for who wants to read it. What can't be undone is never folded. */
export function effectsBlock({ quote, takesBack }: EffectsView, l: Localiser): Element[] {
  const credited = quote.lines.some(({ kind }) => kind === 'credit');
  const topics: [title: string, sentences: string[]][] = [
    ['effects.title.users', ['effects.users.access', 'effects.users.data']],
    ['effects.title.services', ['effects.services.allOn', 'effects.services.several']],
    [
      'effects.title.billing',
      ['effects.billing.switch', credited ? 'effects.billing.credit' : 'effects.billing.noCredit'],
    ],
    ['effects.title.admins', ['effects.admins.lock']],
  ];
  return [
    apart(heading(l.t('effects.title.all'))),
    paragraph(l.t('effects.all')),
    ...folded({
      id: 'effects',
      items: topics.flatMap(([title, sentences]) => [
        heading(l.t(title)),
        ...sentences.map((key) => paragraph(l.t(key))),
      ]),
      show: l.t('effects.show'),
      hide: l.t('cards.common.showLess'),
    }),
    warning(
      heading(l.t('effects.title.final')),
      paragraph(l.t(takesBack ? 'effects.final' : 'effects.finalAtOnce')),
    ),
  ];
}
