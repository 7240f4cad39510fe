/** Which of the plans on offer a text speaks of, by name, nickname or place in the list. */
import { memoize } from '../../commerce/base/memoize.ts';
import { readingWords as words } from '../../locales/reading.ts';
import { beginsAsQuestion } from './asking.ts';
import { endsWith, standsIn } from './lexicon.ts';
import { isFrom, type Mention, mentionsIn } from './mentions.ts';
import type { Found, Named } from './named.ts';
import { nameWords, normalise } from './normalise.ts';
import { placeIn, pointsAtOne } from './places.ts';
import { elsewhere, family as isFamily } from './planWords.ts';

export interface PlansOnOffer {
  /** All that can be chosen, in their order. */
  items: readonly Named[];
  /** Those that are shown, where a list is: a place counts them. */
  inSight?: readonly Named[];
  /** Those among which the cheapest and the dearest are, in that order: all, or who has what is asked of them. */
  cheapestFirst?: readonly Named[];
  /** Name of the plan that is there today. */
  source?: string;
}

/** @returns `none` for a plan that is not on offer; undefined when no plan is spoken of */
export function planIn(text: string, offer: PlansOnOffer): Found | undefined {
  const { said, mentions } = mentionsIn(text);
  const families = mentions.filter(({ isPlan }) => !isPlan);
  const named = ours(
    mentions.filter((one) => one.isPlan && !one.isRuledOut && !isSource(one, offer)),
  );
  const found = named
    .filter((mention) => !isFrom(said, mention, named))
    .map((mention) => ({ mention, plans: fitting(mention.words, offer.items) }))
    .map(({ mention, plans }) => {
      const own = families.filter((one) => !isOfAnother(said, one, mention, mentions));
      return { mention, plans: ofFamily(plans, own) };
    });
  const holding = inOtherFamily(said, lastSaid(said, found), families, offer.items);
  const [first] = holding;
  if (!first) return placed(text, offer) ?? onlyOfFamily(text, families, offer);
  const beside =
    holding.length === 1 ? besideOf(said, first.mention, first.plans, offer) : undefined;
  if (beside) return beside;
  const meant = unique(holding.flatMap(({ plans }) => plans));
  const [only] = meant;
  if (!only) return { none: true };
  return meant.length === 1 && holding.every(({ plans }) => plans.length > 0)
    ? { found: only }
    : { several: meant };
}

/** What is no plan counts where no plan is named: `Premium, and Visio`. */
function ours(named: Mention[]): Mention[] {
  const plans = named.filter(({ words: [first] }) => first !== elsewhere);
  return plans.length > 0 ? plans : named;
}

/**
 * Whether any plan is named, on offer or not, but for one that is ruled out.
 * @param ofOursAlone what is sold besides and is no such plan does not count
 */
export function speaksOfPlan(text: string, ofOursAlone = false): boolean {
  return plansIn(text).some(
    ({ words: [first], isRuledOut }) => !isRuledOut && !(ofOursAlone && first === elsewhere),
  );
}

/** Whatever is said of them. */
export const plansNamed = (text: string): number => plansIn(text).length;

const plansIn = (text: string): Mention[] =>
  mentionsIn(text).mentions.filter(({ isPlan }) => isPlan);

const bothAtOnce = /\d+ (?:\S+ ){1,4}(?:and|och|plus|&|resten|the rest)(?: \S+){0,3} \d+ /u;

/** `can we have 10 on E3 and 15 on Premium`: whether plans go side by side is asked, and nothing wished. */
export function asksForBoth(text: string): boolean {
  if (plansNamed(text) < 2) return false;
  const asks = text.trimEnd().endsWith('?') || beginsAsQuestion(text);
  return asks && bothAtOnce.test(`${normalise(text)} `);
}

interface Fitting {
  mention: Mention;
  plans: Named[];
}

/** What is said before a correction, or before it is said more plainly, doesn't count. */
function lastSaid(said: readonly string[], found: readonly Fitting[]): readonly Fitting[] {
  const from = found.findLastIndex(({ mention }, nth) => {
    const before = found[nth - 1]?.mention;
    if (!before) return false;
    const between = wordsBetween(said, before.end, mention.at);
    return endsWith(between, words.corrections) || endsWith(between, words.thatIs);
  });
  return from < 0 ? found : found.slice(from);
}

function wordsBetween(said: readonly string[], from: number, to: number): string {
  const words = said.slice(from, to).filter((word) => word !== ',');
  return words.join(' ').replace(/ (?:the|den|det)$/, '');
}

/** `not the E5 of Office, the E5 of Microsoft`: each family belongs to the plan that it stands behind. */
function isOfAnother(
  said: readonly string[],
  family: Mention,
  { at }: Mention,
  mentions: readonly Mention[],
): boolean {
  const owner = mentions.findLast((one) => one.isPlan && one.end <= family.at);
  if (!owner || owner.at === at) return false;
  const between = said.slice(owner.end, family.at);
  return between.length > 0 && between.every((word) => words.ofFamily.includes(word));
}

/** `Office 365 E3, no, the Microsoft one`: the same plan of the family that is said last. */
function inOtherFamily(
  said: readonly string[],
  holding: readonly Fitting[],
  families: readonly Mention[],
  items: readonly Named[],
): readonly Fitting[] {
  const [last] = holding.slice(-1);
  const other = families.at(-1);
  if (!last || !other || other.isRuledOut || other.at < last.mention.end) return holding;
  const between = wordsBetween(said, last.mention.end, other.at);
  if (!endsWith(between, words.corrections) && !endsWith(between, words.thatIs)) return holding;
  const telling = last.mention.words.filter((word) => !isFamily.has(word));
  const plans = fitting([...telling, ...other.words], items);
  return plans.length === 1 ? [{ ...last, plans }] : holding;
}

function placed(text: string, offer: PlansOnOffer): Found | undefined {
  const { items, inSight, cheapestFirst = items } = offer;
  const plain = normalise(text);
  const bigger = standsIn(plain, words.biggerOne) ? biggerThanToday(offer) : undefined;
  if (bigger) return { found: bigger };
  const isFirst = standsIn(plain, words.cheapest);
  const end = isFirst ?? standsIn(plain, words.dearest);
  if (end !== undefined) {
    const nth = positionBefore(plain, end);
    const extreme = cheapestFirst.at(isFirst === undefined ? -nth : nth - 1);
    return extreme ? { found: extreme } : { none: true };
  }
  const place = inSight && placeIn(plain);
  if (place === undefined) return undefined;
  const item = place === -1 ? items.at(-1) : inSight?.[place - 1];
  return item ? { found: item } : undefined;
}

/** `the one with Business in its name`, where a list is shown. */
function onlyOfFamily(
  text: string,
  families: readonly Mention[],
  { items, inSight }: PlansOnOffer,
): Found | undefined {
  const [family, ...others] = families.filter(({ isRuledOut }) => !isRuledOut);
  if (!inSight || !family || others.length > 0 || !pointsAtOne(normalise(text))) return undefined;
  const fits = items.filter(({ name }) =>
    family.words.every((word) => wordsOfName(name).includes(word)),
  );
  const [only] = fits;
  return only && fits.length === 1 ? { found: only } : undefined;
}

/** `the second cheapest`, `den näst billigaste` */
function positionBefore(plain: string, end: string): number {
  const before =
    plain
      .slice(0, plain.indexOf(end))
      .trim()
      .split(/[\s-]+/)
      .at(-1) ?? '';
  return Object.hasOwn(words.positions, before) ? (words.positions[before] ?? 1) : 1;
}

/** The one plan of the same family as today's. */
function biggerThanToday({ items, source = '' }: PlansOnOffer): Named | undefined {
  if (!wordsOfName(source).includes('business')) return undefined;
  const same = items.filter(({ name }) => wordsOfName(name).includes('business'));
  return same.length === 1 ? same[0] : undefined;
}

/** `the one under E1`: counted from it in the list. */
function besideOf(
  said: readonly string[],
  { at }: Mention,
  plans: readonly Named[],
  { items }: PlansOnOffer,
): Found | undefined {
  const before = said.slice(0, at).join(' ');
  const step = endsWith(before, words.below) ? 1 : endsWith(before, words.above) ? -1 : 0;
  const [only] = plans;
  if (step === 0 || !only || plans.length > 1) return undefined;
  const item = items[items.findIndex(({ choice }) => choice === only.choice) + step];
  return item ? { found: item } : { none: true };
}

/** Names of plans are few. */
const wordsOfName = memoize(nameWords);

/** All whose names have the words, with as few besides as can be. */
function fitting(said: readonly string[], items: readonly Named[]): Named[] {
  const telling = said.filter((word) => word !== 'enterprise' && word !== 'plan');
  const candidates = items
    .map((item) => ({ item, named: wordsOfName(item.name) }))
    .filter(({ named }) => telling.every((word) => named.includes(word)));
  const fewest = Math.min(...candidates.map(({ named }) => named.length));
  return candidates.filter(({ named }) => named.length === fewest).map(({ item }) => item);
}

/** `E3, but the Office one`, `E3, not the Office one`. */
function ofFamily(plans: Named[], families: readonly Mention[]): Named[] {
  if (plans.length < 2) return plans;
  for (const { words: said, isRuledOut } of families) {
    const telling = said.filter((word) => word !== '365');
    const narrowed = plans.filter(
      ({ name }) => telling.every((word) => wordsOfName(name).includes(word)) !== isRuledOut,
    );
    if (narrowed.length === 1 && telling.length > 0) return narrowed;
  }
  return plans;
}

function isSource({ words: said }: Mention, { source, items }: PlansOnOffer): boolean {
  return (
    source !== undefined &&
    fitting(said, items).length === 0 &&
    said.every((word) => wordsOfName(source).includes(word))
  );
}

function unique(plans: readonly Named[]): Named[] {
  return [...new Map(plans.map((one) => [one.choice, one])).values()];
}
