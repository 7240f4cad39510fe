/** What texts ask for in an upgrade, worked out against what is owned and chosen so far. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import type { PurchaseProblem, Selection } from '../../commerce/checkout/purchase.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Subscription } from '../../commerce/model/subscription.ts';
import { billingCycleSchema, type PurchaseTerms, termSchema } from '../../commerce/model/terms.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { readingWords } from '../../locales/reading.ts';
import { meansOtherThanWish } from '../../understanding/intents/meant.ts';
import { withoutAsides } from '../../understanding/reading/consent/asides.ts';
import { anyStandsIn, paddedForSearch } from '../../understanding/reading/lexicon.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { countOf } from '../../understanding/reading/numbers/quantity.ts';
import { speaksOfPaying } from '../../understanding/reading/patterns/patterns.ts';
import { placeIn } from '../../understanding/reading/places.ts';
import { speaksOfPlan } from '../../understanding/reading/plans.ts';
import { strays } from '../../understanding/strays.ts';
import { saysAmounts, type Understood, understand } from '../../understanding/understand.ts';
import type { Place } from '../step/stepDialog.ts';

const wantedSchema = z.object({
  /** Licences. */
  quantity: quantitySchema.optional(),
  terms: z.object({ term: termSchema, billing: billingCycleSchema }).optional(),
  /** Said, but not so that one could be sure of it. */
  unclear: z.array(z.enum(['quantity', 'terms'])),
});
export type Wanted = z.infer<typeof wantedSchema>;

/** What the subscription has today. */
export type Owned = Pick<Subscription, 'quantity' | 'term' | 'billing'>;

/** @param present what is chosen so far */
export function wantedIn(text: string, owned: Owned, present: Pick<Selection, 'quantity'>): Wanted {
  const { quantity, terms } = certain(text);
  const unclear: Wanted['unclear'] = [];
  const count =
    quantity === undefined || quantity === 'unclear'
      ? undefined
      : quantity.is === 'same' && !speaksOfToday(text)
        ? present.quantity
        : countOf(quantity, owned.quantity, (isFromOwned(text) ? owned : present).quantity);
  // `Take off 32`, where there are 25
  const isPossible = count === undefined || quantitySchema.safeParse(count).success;
  if (quantity === 'unclear' || !isPossible || leavesNobody(quantity, owned))
    unclear.push('quantity');
  const meant = terms === 'same' ? termsToday.safeParse(owned).data : clear(terms);
  if (terms !== undefined && !meant) unclear.push('terms');
  return {
    ...(count === undefined || unclear.includes('quantity') ? {} : { quantity: count }),
    ...(meant ? { terms: meant } : {}),
    unclear,
  };
}

/** `30 and leave the rest`, where there are no more than 25. */
function leavesNobody(quantity: Understood['quantity'], owned: Owned): boolean {
  if (typeof quantity !== 'object' || quantity.is !== 'count') return false;
  return quantity.leavesRest === true && quantity.count >= owned.quantity;
}

/** `The same number` is the one chosen so far, `as many as today` the one that there is. */
function speaksOfToday(text: string): boolean {
  return anyStandsIn(paddedForSearch(normalise(text)), readingWords.asOfToday);
}

/** `double what we own`, whatever is chosen so far. */
function isFromOwned(text: string): boolean {
  return anyStandsIn(paddedForSearch(normalise(text)), readingWords.fromOwned);
}

/** Of what a service says nothing, nobody can take the same. */
const termsToday = z.object({ term: termSchema, billing: billingCycleSchema });

function clear(
  terms: Exclude<Understood['terms'], 'same'>,
): z.infer<typeof termsToday> | undefined {
  return terms === 'unclear' ? undefined : terms;
}

/** Of a tale that is about something else, nothing is taken without asking. */
function certain(text: string): Pick<Understood, 'quantity' | 'terms'> {
  const { quantity, terms } = understand(text);
  if ((quantity ?? terms) === undefined || !isDoubtful(text)) return { quantity, terms };
  // `Double it, merging with the other clinic`: a reason is no tale.
  const own = withoutAsides(text);
  if (own !== text && isSame(understand(own), { quantity, terms }) && !isDoubtful(own)) {
    return { quantity, terms };
  }
  return { quantity: quantity && 'unclear', terms: terms && 'unclear' };
}

function isDoubtful(text: string): boolean {
  return strays(text) || (speaksOfPlan(text) && meansOtherThanWish(text));
}

function isSame(
  one: Understood,
  { quantity, terms }: Pick<Understood, 'quantity' | 'terms'>,
): boolean {
  return isDeepStrictEqual([one.quantity, one.terms], [quantity, terms]);
}

/** Of each thing what was said last. @param present what is chosen while nothing is said of it */
function wantedNow(
  before: Wanted,
  text: string,
  owned: Owned,
  present: Pick<Selection, 'quantity'> = owned,
): Wanted {
  const said = wantedIn(text, owned, { quantity: before.quantity ?? present.quantity });
  const isSaid = (slot: Wanted['unclear'][number]): boolean =>
    said[slot] !== undefined || said.unclear.includes(slot);
  return {
    ...(isSaid('quantity') ? {} : { quantity: before.quantity }),
    ...(isSaid('terms') ? {} : { terms: before.terms }),
    ...said,
    unclear: [...before.unclear.filter((slot) => !isSaid(slot)), ...said.unclear],
  };
}

/** What several texts ask for, one after the other. */
export function wantedOf(
  texts: readonly string[],
  owned: Owned,
  present: Pick<Selection, 'quantity'>,
): Wanted {
  return texts.reduce<Wanted>((wanted, text) => wantedNow(wanted, text, owned, present), {
    unclear: [],
  });
}

/** What a step kept of it; nothing when it kept none. */
export function wantedKept(kept: unknown): Wanted {
  return kept === undefined ? { unclear: [] } : wantedSchema.parse(kept);
}

/** Keeps what is said of the number and the way to pay until there is a plan to buy so. */
export function noteWanted(
  memory: Record<string, unknown>,
  text: string,
  { subscription }: Pick<Facts, 'subscription'>,
): void {
  const pays = speaksOfPaying(paddedForSearch(normalise(text)));
  if (!pays && !saysAmounts(understand(text))) return;
  const { unclear, ...wanted } = wantedNow(wantedKept(memory.wanted), text, subscription);
  // What was said of it was not heard, and is not lost in silence.
  const asks = pays && wanted.terms === undefined && !unclear.includes('terms');
  memory.wanted = { ...wanted, unclear: [...unclear, ...(asks ? (['terms'] as const) : [])] };
}

/** `2` is the second plan of a list, and not two licenses. */
export function saysMoreThanPlace(text: string): boolean {
  const said = understand(text);
  const { quantity } = said;
  const count =
    typeof quantity === 'object' && quantity.is === 'count' ? quantity.count : undefined;
  return saysAmounts(said) && (count === undefined || count !== placeIn(normalise(text)));
}

/** The choice with what is wanted in it. */
export function withWanted(chosen: Selection, { quantity, terms }: Wanted): Selection {
  return { ...chosen, ...terms, ...(quantity === undefined ? {} : { quantity }) };
}

/** `30 licenses, 1 year, paid yearly`: what a choice says in one line. */
export function inOneLine(l: Localiser, { quantity, term, billing }: Selection): string {
  return l.t('dialogs.configure.chosen', {
    count: l.number(quantity),
    term: l.t(`terms.term.${term}`),
    billing: l.t(`terms.billing.${billing}`),
  });
}

/** What is wrong with the one is no reason to lose the other; a number is looked at before a way to pay. */
export function keepSound(
  memory: Record<string, unknown>,
  quantity: number | undefined,
  terms: PurchaseTerms | undefined,
  problem: PurchaseProblem | undefined,
): void {
  const isNumberSound = problem === undefined || problem.is === 'notSold';
  if (problem?.is !== 'notSold') Object.assign(memory, terms);
  if (quantity !== undefined && isNumberSound) memory.quantity = quantity;
}

const keptSchema = z.object({
  quantity: quantitySchema.optional(),
  term: termSchema.optional(),
  billing: billingCycleSchema.optional(),
});

/** The same, as it is handed on. */
export function wantedSoFar(place: Place): Wanted {
  const { quantity, term, billing } = keptIn(place);
  return {
    ...(quantity ? { quantity } : {}),
    ...(term && billing ? { terms: { term, billing } } : {}),
    unclear: [],
  };
}

/** What was typed before and holds. */
export function keptIn({ memory }: Place): Partial<Selection> {
  const { quantity, term, billing } = keptSchema.parse(memory);
  return { ...(quantity ? { quantity } : {}), ...(term && billing ? { term, billing } : {}) };
}
