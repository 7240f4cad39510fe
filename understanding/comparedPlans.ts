/** Which plans are to be compared, when they are named by typing. */
import { findByName } from './findByName.ts';
import type { Named } from './reading/named.ts';
import { normalise } from './reading/normalise.ts';
import { placeIn } from './reading/places.ts';

/** So many fit side by side. */
export const mostCompared = 3;

const separators =
  /\s*(?:,|&|\+|\band\b|\boch\b|\bwith\b|\bmed\b|\bto\b|\bmot\b|\btill\b|\bvs\.?|\bversus\b|\bkontra\b|\bagainst\b|\bbredvid\b|\bnext to\b)\s*|\s(?:o|å)\s/u;

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
  const meant = text
    .split(separators)
    .map((part) => findByName(placeOf(part), named))
    .flatMap((found) => {
      if ('found' in found) return [[found.found]];
      return 'several' in found ? [found.several] : [];
    });
  const all = unique(meant.flat());
  if (all.length <= mostCompared) return { plans: all, guessed: false };
  const plans = unique(meant.flatMap((candidates) => usual(candidates)));
  return { plans, guessed: plans.length < all.length };
}

/** `nr 2` and `the second` as the number that counts plans in their list. */
function placeOf(part: string): string {
  const place = placeIn(normalise(part));
  return place === undefined || place < 1 ? part : String(place);
}

function usual(candidates: Named[]): Named[] {
  const suites = candidates.filter(({ name }) => name.startsWith('Microsoft 365 '));
  return suites.length === 1 ? suites : candidates;
}

function unique(plans: readonly Named[]): Named[] {
  return [...new Map(plans.map((plan) => [plan.choice, plan])).values()];
}
