/** A card that is too large for the channel is sent as its text. */
import type { Activity } from 'botbuilder';
import type { CardJson } from '../../cards/kit/card.ts';
import { plainText } from '../../cards/kit/plainText.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { cardContentType } from './cardActivity.ts';
import { ConnectorError } from './connectorError.ts';
import { textActivity } from './textActivity.ts';

const tooLarge = 413;

/** @throws what `send` throws, of the card or of its text */
export async function sendOrPlain<T>(
  activity: Partial<Activity>,
  l: Localiser,
  send: (activity: Partial<Activity>) => Promise<T>,
): Promise<T> {
  try {
    return await send(activity);
  } catch (error) {
    const plain =
      error instanceof ConnectorError && error.statusCode === tooLarge
        ? plainForm(activity, l)
        : undefined;
    if (!plain) throw error;
    return send(plain);
  }
}

function plainForm(
  { attachments }: Partial<Activity>,
  l: Localiser,
): Partial<Activity> | undefined {
  const card = attachments?.find(({ contentType }) => contentType === cardContentType);
  if (!card) return undefined;
  const text = plainText(card.content as CardJson);
  return textActivity(l, `${text}\n\n${l.t('dialogs.plainForm')}`);
}
