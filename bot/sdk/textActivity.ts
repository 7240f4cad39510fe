import { type Activity, ActivityTypes } from 'botbuilder';
import type { Localiser } from '../../locales/localiser.ts';

/** Plain, since what people are called may look like Markdown; line breaks are kept. */
export function textActivity({ locale }: Localiser, text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text, textFormat: 'plain', locale };
}
