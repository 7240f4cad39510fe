/** What an upgrade does to people, services and billing, as the review says it (R1, R80–R92). */
import type { Localiser } from '../../../locales/localiser.ts';
import { apart, type Element, heading, paragraph, warning } from '../../kit/elements.ts';
import type { ReviewView } from './reviewView.ts';

type EffectsView = Pick<ReviewView, 'quote' | 'takesBack'>;

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
    ...topics.flatMap(([title, sentences]) => [
      apart(heading(l.t(title))),
      ...sentences.map((key) => paragraph(l.t(key))),
    ]),
    warning(
      heading(l.t('effects.title.final')),
      paragraph(l.t(takesBack ? 'effects.final' : 'effects.finalAtOnce')),
    ),
  ];
}
