/** Which plans are to be compared, when they are named by typing. */
import { readingWords } from '../locales/reading.ts';
import { findByName } from './findByName.ts';
import { withoutPoliteness } from './phrases.ts';
import { mentionsIn } from './reading/mentions.ts';
import type { Named } from './reading/named.ts';
import { normalise } from './reading/normalise.ts';
import { endsIn, onlyPlaceIn, placeIn } from './reading/places.ts';

/** So many fit side by side. */
export const mostCompared = 3;

const separators =
  /\s*(?:,|&|\bcompared (?:to|with)\b|\+|\band\b|\boch\b|\bwith\b|\bmed\b|\bto\b|\bmot\b|\btill\b|\bvs\.?|\bversus\b|\bkontra\b|\bagainst\b|\bbredvid\b|\bnext to\b)\s*|\s(?:o|å)\s/u;

export interface Compared {
  plans: Named[];
  /** Whether a short name could have meant another plan too. */
  guessed: boolean;
}

/**
 * The plans named in `E3 and E5`, `E3, E5` or `E3 och E5`. All that a short name may mean are
 * compared while they fit; otherwise the Microsoft 365 suite is meant, which is the usual one.
 */
export function comparedPlans(text: string, named: readonly Named[]): Compared {
  const meant = withoutPoliteness(normalise(text))
    .split(separators)
    .map((part) => findByName(placeOf(part), named))
    .flatMap((found) => {
      if ('found' in found) return [[found.found]];
      return 'several' in found ? [found.several] : [];
    });
  const all = unique(meant.flat());
  const placed = all.length < 2 ? placesIn(text, named) : [];
  if (placed.length > 1) return { plans: placed, guessed: false };
  const mentioned = all.length < 2 ? mentionedIn(text, named) : [];
  if (mentioned.length > 1) return { plans: mentioned, guessed: false };
  if (all.length <= mostCompared) return { plans: all, guessed: false };
  const plans = unique(meant.flatMap((candidates) => usual(candidates)));
  return { plans, guessed: plans.length < all.length };
}

/** `what tells E3 from Business Premium`: whatever stands between. Those that are clear. */
function mentionedIn(text: string, named: readonly Named[]): Named[] {
  const plans = mentionsIn(text).mentions.filter(({ isPlan, isRuledOut }) => isPlan && !isRuledOut);
  return unique(
    plans.flatMap(({ words }) => {
      const found = findByName(words.join(' '), named);
      return 'found' in found ? [found.found] : [];
    }),
  );
}

/** `put 1 and 2 side by side`, `the first two` */
function placesIn(text: string, named: readonly Named[]): Named[] {
  const said = normalise(text).split(/[^\p{L}\p{N}]+/u);
  const ends = endsIn(normalise(text));
  if (ends) return ends.isCheap ? named.slice(0, ends.many) : named.slice(-ends.many);
  const numbers = said.map((word) =>
    /^\d$/.test(word) ? Number(word) : readingWords.places[word],
  );
  const group = said.findIndex(
    (_word, at) => Math.abs(numbers[at] ?? 0) === 1 && (numbers[at + 1] ?? 0) > 1,
  );
  const many = numbers[group + 1];
  if (group >= 0 && many) return numbers[group] === 1 ? named.slice(0, many) : named.slice(-many);
  return unique(
    numbers.flatMap((place) => (place ? (named.at(place < 0 ? place : place - 1) ?? []) : [])),
  );
}

/** `nr 2` and `the second` as the number that counts plans in their list. */
function placeOf(part: string): string {
  const plain = normalise(part);
  const place = placeIn(plain) ?? onlyPlaceIn(plain);
  return place === undefined || place < 1 ? part : String(place);
}

function usual(candidates: Named[]): Named[] {
  const suites = candidates.filter(({ name }) => name.startsWith('Microsoft 365 '));
  return suites.length === 1 ? suites : candidates;
}

function unique(plans: readonly Named[]): Named[] {
  return [...new Map(plans.map((plan) => [plan.choice, plan])).values()];
}
