/** Cards as the channel takes them. A card is sent alone: with text beside it, Teams gives no id back. */
import { type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import type { Card } from '../../cards/kit/card.ts';

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

export function cardActivity(card: Card): Partial<Activity> {
  const attachment: Attachment = {
    contentType: cardContentType,
    name: card.id,
    content: card.json,
  };
  return { type: ActivityTypes.Message, summary: card.summary, attachments: [attachment] };
}
