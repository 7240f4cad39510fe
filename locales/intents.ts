/** Sentences as people say them, by what they want: what the reading of unknown ones is learned from. */
import { readFileSync } from 'node:fs';
import type en from './intents/en-US.json';
import { locales } from './localiser.ts';

/**
 * A key of phrases, or one of: `refused` (a command that is not ours), `hold` (nothing is to go on yet),
 * `question`, `unclear` (nobody could tell).
 */
export type Intent = keyof typeof en;

export interface KnownSentence {
  intent: Intent;
  text: string;
}

/** Of all languages: nobody has to switch first. Read anew each time: it is asked for once, or never. */
export function knownSentences(): KnownSentence[] {
  return locales.flatMap((locale) => {
    const file = new URL(`intents/${locale}.json`, import.meta.url);
    const texts: Record<Intent, string[]> = JSON.parse(readFileSync(file, 'utf8'));
    return Object.entries(texts).flatMap(([intent, list]) =>
      list.map((text) => ({ intent: intent as Intent, text })),
    );
  });
}
