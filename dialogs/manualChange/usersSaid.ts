/** How many users a text names: all of them, or a number. */
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import { match, without } from '../../understanding/phrases.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { understand } from '../../understanding/understand.ts';

/** The same where a bare number may mean something else: `12 users`, `all users`. */
export function usersNamed(text: string): number | 'all' | undefined {
  const users = usersSaid(text);
  const isNamed = users === 'all' || without(normalise(text), 'manualUsers') !== undefined;
  return isNamed && users !== 'unclear' ? users : undefined;
}

/** @returns undefined when it names none, `unclear` when it is not sure which */
export function usersSaid(text: string): number | 'all' | 'unclear' | undefined {
  if (match(text, 'manualAll') !== undefined) return 'all';
  const plain = normalise(text);
  // `12 users`, `only 12`
  const alone = quantitySchema.safeParse(without(plain, 'manualUsers') ?? plain);
  if (alone.success) return alone.data;
  const counted =
    /(?:^|\s)(\d{1,6})\s+(?:of\s+\w+\s+)?(?:users?|people|persons|användare|personer|st)\b/u.exec(
      plain,
    );
  if (counted) return Number(counted[1]);
  const { quantity } = understand(text);
  if (quantity === undefined) return undefined;
  if (quantity === 'unclear' || quantity.is !== 'count') return 'unclear';
  return Number.isInteger(quantity.count) ? quantity.count : 'unclear';
}
