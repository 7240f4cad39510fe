/** What somebody would have typed who knows our commands, for what was most likely meant. */
import type { Intent } from '../../locales/intents.ts';
import { localiser } from '../../locales/localiser.ts';
import { ordersIn } from '../../understanding/parts/ordersIn.ts';
import { match, matchAsItStands } from '../../understanding/phrases.ts';

const anywhere = new Set<Intent>([
  'status',
  'help',
  'support',
  'cancel',
  'startOver',
  'home',
  'courtesy',
  'language.en-US',
  'language.sv-SE',
]);
/** What only a step hears: whatever else waits has nothing to do with it. */
const inReview = new Set<Intent>(['change.items', 'change.payment', 'change.soldTo', 'explain']);

/** @param step id of the step that waits. @returns undefined where a command would do nothing */
export function phraseFor(meant: Intent | undefined, step: string | undefined): string | undefined {
  if (meant === undefined) return undefined;
  const isHeard =
    anywhere.has(meant) ||
    (meant === 'back' && step !== undefined) ||
    (step === 'review' && inReview.has(meant));
  return isHeard ? firstPhrase(meant) : undefined;
}

/** @returns undefined for what has no phrases. */
export function firstPhrase(meant: Intent): string | undefined {
  const [first] = localiser('en-US').list(`phrases.${meant}`);
  // One that ends in `*` may be followed by more.
  return first?.replace(/\*$/, '');
}

/** Whether it may want an order taken back, but does not say so in our words, or only asks. */
export function guessesWithdrawal(text: string, meant: Intent | undefined): boolean {
  if (meant === 'withdraw') return true;
  // `Let's order that` is a slip of no command.
  if (match(text, 'withdraw') === undefined || ordersIn(text)) return false;
  return matchAsItStands(text, 'withdraw') === undefined || text.trimEnd().endsWith('?');
}

/** An order is taken back only by who says so, so the way to do it is shown. */
export const guessedWithdrawal = { step: 'withdraw', subject: {}, memory: { guessed: true } };

/** What is said to who wants to wait. @param step id of the step that waits */
export function waitSentence(step: string | undefined): string {
  return step === 'review' ? 'dialogs.review.hold' : 'dialogs.hold';
}
