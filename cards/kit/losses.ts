/** What users lose with a plan that has less than the present one, in the same words wherever it is told. */
import type { Losses } from '../../commerce/catalog/questions.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, warning } from './elements.ts';
import { names } from './wording.ts';

/** @param losses those that are to be told: services with data, and features. @returns a sentence a kind of loss */
export function lossesTold(
  { gone = [], lower = [], features = [] }: Partial<Losses>,
  l: Localiser,
): string[] {
  const kinds = [
    ['cards.changeTo.gone', 'services', gone],
    ['cards.changeTo.lower', 'services', lower],
    ['cards.plans.lost', 'features', features],
  ] as const;
  return kinds.flatMap(([key, group, ids]) =>
    ids.length > 0 ? [l.t(key, { names: names(group, ids, l) })] : [],
  );
}

/** Before something is decided. */
export function lossWarning(losses: Partial<Losses>, l: Localiser): Element[] {
  const lines = lossesTold(losses, l);
  return lines.length > 0 ? [warning(...lines.map((line) => paragraph(line)))] : [];
}
