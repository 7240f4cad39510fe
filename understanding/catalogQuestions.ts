/** Questions that the catalogue answers: `which plan has Intune?`, `what do I lose from E3 to F3?` */

import { type Thing, things } from '../commerce/catalog/questions.ts';
import type { Catalog } from '../commerce/model/catalog.ts';
import { locales, localiser } from '../locales/localiser.ts';
import { without } from './phrases.ts';
import { plansInText } from './plansInText.ts';
import { standsIn } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';

export type CatalogQuestion =
  | { kind: 'whichPlanHas'; featureId: Thing }
  /** Product ids. */
  | { kind: 'loses'; from: string; to: string };

/**
 * @param present product id of the plan that is being talked about: `what do I lose with Business
 * Premium?` is measured against it.
 * @returns undefined when the text asks something else, or names no plan or feature that is known.
 */
export function understandCatalogQuestion(
  catalog: Pick<Catalog, 'plans'>,
  text: string,
  present?: string,
): CatalogQuestion | undefined {
  const asked = without(text, 'catalog.whichPlan');
  const featureId = asked === undefined ? undefined : thingIn(asked);
  if (featureId) return { kind: 'whichPlanHas', featureId };
  return without(text, 'catalog.loses') === undefined ? undefined : lossIn(catalog, text, present);
}

function lossIn(
  catalog: Pick<Catalog, 'plans'>,
  text: string,
  present: string | undefined,
): CatalogQuestion | undefined {
  const [first, second] = plansInText(text, catalog, new Set(featureWords));
  if (!first) return undefined;
  const isSource = ({ before }: typeof first) => sourceWords.has(before);
  if (!second) {
    if (present === undefined || isSource(first)) return undefined;
    return { kind: 'loses', from: present, to: first.plan.skuId };
  }
  const [from, to] = isSource(second) ? [second, first] : [first, second];
  return { kind: 'loses', from: from.plan.skuId, to: to.plan.skuId };
}

/** The feature or service whose longest word stands in the text: `teams phone` is not `teams`. */
export function thingIn(text: string): Thing | undefined {
  const word = standsIn(normalise(text), featureWords);
  return word === undefined ? undefined : thingOf.get(word);
}

/** Of all languages: nobody has to switch first. */
function wordsUnder(key: string): string[] {
  return locales.flatMap((locale) => localiser(locale).list(key));
}

const thingOf: ReadonlyMap<string, Thing> = new Map(
  things.flatMap((thing) =>
    wordsUnder(`phrases.featureWords.${thing}`).map((word): [string, Thing] => [word, thing]),
  ),
);
const featureWords = [...thingOf.keys()];
const sourceWords = new Set(wordsUnder('phrases.catalog.from'));
