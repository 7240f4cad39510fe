/** What one part of a message is: a wish, a command, a question. */
import { readingWords } from '../../locales/reading.ts';
import { likelyIntents, sure } from '../intents/meant.ts';
import { match } from '../phrases.ts';
import { isAsked } from '../questionKind.ts';
import { startsWith } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { placeIn } from '../reading/places.ts';
import { speaksOfPlan } from '../reading/plans.ts';
import { saysAmounts, understand } from '../understand.ts';
import { isWish } from '../wish.ts';
import { ordersIn } from './ordersIn.ts';

const { tellings } = readingWords;
const commands = ['status', 'withdraw', 'cancel', 'support'] as const;
/** Heard after what is wished. */
const changes = ['change.payment', 'change.soldTo'];
/** What a part of a message is heard as; `other` tells something and wishes nothing. */
export type Kind = (typeof commands)[number] | 'refused' | 'question' | 'wish' | 'other';

/** `… and also I need to change the credit card` */
export function isChange(text: string): boolean {
  if (speaksOfPlan(text)) return false;
  const [first] = likelyIntents(text);
  const isLikely = first !== undefined && first.likelihood >= sure;
  return changes.some((key) => match(text, key) !== undefined || (isLikely && first.is === key));
}

/** @param text a part of a message, as typed */
export function kindOf(text: string): Kind {
  const command = commands.find((key) => match(text, key) !== undefined);
  if (command) return command;
  const said = understand(text);
  if (said.refused) return 'refused';
  if (isChange(text)) return 'question';
  const asks = isAsked(text);
  const isPlace = !asks && placeIn(normalise(text)) !== undefined;
  const wishes = ordersIn(text) || isPlace || isWish(text);
  const tells = startsWith(normalise(text), tellings) !== undefined;
  if (!wishes && (asks || tells)) return 'question';
  return wishes || saysAmounts(said) || match(text, 'upgrade') !== undefined ? 'wish' : 'other';
}
