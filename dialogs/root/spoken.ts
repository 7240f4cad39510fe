/** Which language is spoken: another one of ours, or one that we don't know. */
import { likelyLanguage } from '../../understanding/intents/meant.ts';
import { wantsOtherLanguage } from '../../understanding/intents/otherLanguage.ts';
import { languageAsked } from '../../understanding/phrases.ts';
import type { Turn } from '../step/turn.ts';

/** @returns whether the text asked for a language, and was answered */
export async function hearsLanguage(turn: Turn): Promise<boolean> {
  const { text } = turn.intent;
  const locale = languageAsked(text) ?? likelyLanguage(text, turn.l.locale);
  if (locale) {
    turn.setLocale(locale);
    await turn.say('dialogs.language');
    turn.keep();
    return true;
  }
  if (!wantsOtherLanguage(text)) return false;
  await turn.say('dialogs.otherLanguage');
  return true;
}
