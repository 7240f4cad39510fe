/** The plans of the catalogue that a sentence speaks of. */
import type { Catalog } from '../commerce/model/catalog.ts';
import type { Plan } from '../commerce/model/plan.ts';
import { nameWords } from './reading/normalise.ts';

export interface Mention {
  plan: Plan;
  /** The word before it, '' at the beginning. */
  before: string;
}

/** Longest name in words that is looked for; more words than that left out are no name any more. */
const longest = 8;
const mostLeftOut = 3;

/**
 * Commercial base plans, in the order in which they are named; `Business Premium` will do. A short
 * name that fits several plans means the Microsoft 365 suite, when it fits one such suite.
 * @param ignored words that are no plan when they stand alone
 */
export function plansInText(
  text: string,
  { plans }: Pick<Catalog, 'plans'>,
  ignored: ReadonlySet<string>,
): Mention[] {
  const words = nameWords(text);
  const named = plans
    .filter(({ kind, segment }) => kind === 'base' && segment === 'commercial')
    .map((plan) => ({ plan, words: nameWords(plan.name) }));
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words.slice(at, at + longest), named, ignored);
    if (found) mentions.push({ plan: found.plan, before: words[at - 1] ?? '' });
    at += found?.length ?? 1;
  }
  return mentions;
}

interface Named {
  plan: Plan;
  words: string[];
}

function longestAt(
  words: readonly string[],
  named: readonly Named[],
  ignored: ReadonlySet<string>,
): { plan: Plan; length: number } | undefined {
  for (let length = words.length; length > 0; length--) {
    const said = words.slice(0, length);
    if (length === 1 && ignored.has(said.join())) continue;
    const plan = meant(said, named);
    if (plan) return { plan, length };
  }
  return undefined;
}

function meant(said: readonly string[], named: readonly Named[]): Plan | undefined {
  const fitting = named.filter(
    ({ words }) =>
      words.length - said.length <= mostLeftOut && said.every((word) => words.includes(word)),
  );
  const fewest = Math.min(...fitting.map(({ words }) => words.length));
  const best = fitting.filter(({ words }) => words.length === fewest).map(({ plan }) => plan);
  const suites = best.filter(({ name }) => name.startsWith('Microsoft 365 '));
  return [best, suites].find((plans) => new Set(plans.map(({ name }) => name)).size === 1)?.[0];
}
