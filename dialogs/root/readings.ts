/** What may have been meant by a text that nothing understood, and what a press on it says. */
import { type OfferedIntent, offeredIntents } from '../../cards/root/readingsCard.ts';
import { twoReadings } from '../../understanding/intents/twoReadings.ts';
import { firstPhrase, phraseFor } from './phraseFor.ts';

/** Keys of what is said where no reading fits. */
export const notUnderstood = 'dialogs.notUnderstood';
export const noAnswer = 'dialogs.noAnswer';

/**
 * @param step id of the step that waits
 * @returns at most two, the likelier first; none where the likeliest is nothing to press, as a question
 */
export function readingsOf(text: string, step: string | undefined): OfferedIntent[] {
  const [first, ...others] = twoReadings(text).map((intent) => {
    const known = offeredIntents.find((one) => one === intent);
    return known && doesSomething(known, step) ? [known] : [];
  });
  return first?.length ? [...first, ...others.flat()] : [];
}

/**
 * What somebody would have typed for it; of an order to be taken back only the way is shown.
 * @param choice what the button sent
 * @returns undefined where it would do nothing by now
 */
export function chosenReading(
  choice: string,
  step: string | undefined,
): { text: string } | 'withdraw' | undefined {
  if (choice === 'withdraw') return choice;
  const intent = offeredIntents.find((one) => one === choice);
  const text = intent && textOf(intent, step);
  return text === undefined ? undefined : { text };
}

function doesSomething(intent: OfferedIntent, step: string | undefined): boolean {
  return intent === 'withdraw' || textOf(intent, step) !== undefined;
}

function textOf(intent: OfferedIntent, step: string | undefined): string | undefined {
  if (intent === 'upgrade') return step === undefined ? firstPhrase(intent) : undefined;
  return intent === 'cancel' && step === undefined ? undefined : phraseFor(intent, step);
}
