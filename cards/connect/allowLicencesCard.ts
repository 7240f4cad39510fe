/** Users are to be moved: what that changes, why it is asked for now, and where an administrator allows it. */
import { openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';

export const allowLicencesCardKind = defineCard('allow-licences', { verbs: [] });

export interface AllowLicencesView {
  /** The permission by Microsoft's name. */
  name: string;
  /** Where an administrator consents, for this person alone. */
  link: string;
  /** For so long the link holds. */
  minutes: number;
}

export function allowLicencesCard(view: AllowLicencesView, context: CardContext): Card {
  const { l } = context;
  const { name, link, minutes } = view;
  return frame(allowLicencesCardKind, context, {
    title: l.t('cards.allowLicences.title'),
    summary: l.t('cards.allowLicences.summary'),
    body: [
      paragraph(l.t('cards.allowLicences.intro')),
      paragraph(l.t('cards.connect.read', { why: l.t(`permissions.${name}.why`), name })),
      block(
        paragraph(l.t('cards.connect.who')),
        paragraph(l.t('cards.allowLicences.otherwise')),
        small(l.t('cards.connect.holds', { minutes: l.number(minutes) })),
      ),
    ],
    actions: [openUrl(l.t('cards.connect.consent'), link)],
  });
}
