/** Sentences as people say them, by what they want: what the reading of unknown ones is learned from. */
import en from './intents/en-US.json' with { type: 'json' };
import sv from './intents/sv-SE.json' with { type: 'json' };

/**
 * A key of phrases, or one of: `refused` (a command that is not ours), `hold` (nothing is to go on yet),
 * `question`, `unclear` (nobody could tell).
 */
export type Intent = keyof typeof en;

export interface KnownSentence {
  intent: Intent;
  text: string;
}

/** Of all languages: nobody has to switch first. */
export const knownSentences: readonly KnownSentence[] = [en, sv].flatMap((file) =>
  Object.entries(file).flatMap(([intent, texts]) =>
    texts.map((text) => ({ intent: intent as Intent, text })),
  ),
);
