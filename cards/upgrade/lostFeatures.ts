/** What users lose with a plan that has less than the present one, in the same words wherever it is decided. */
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, warning } from '../kit/elements.ts';
import { names } from '../kit/wording.ts';

/** @param view `featuresLost`: ids of features */
export function lostFeatures(
  { featuresLost }: { featuresLost: readonly string[] },
  l: Localiser,
): Element[] {
  if (featuresLost.length === 0) return [];
  return [
    warning(paragraph(l.t('cards.plans.lost', { names: names('features', featuresLost, l) }))),
  ];
}
