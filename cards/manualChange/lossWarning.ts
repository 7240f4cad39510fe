/** What users lose by a change by hand, in full, before it begins: services with data, and features. */
import type { Losses } from '../../commerce/catalog/questions.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, warning } from '../kit/elements.ts';
import { names } from '../kit/wording.ts';

export function lossWarning({ gone, lower, features }: Losses, l: Localiser): Element[] {
  const kinds = [
    ['cards.changeTo.gone', 'services', gone],
    ['cards.changeTo.lower', 'services', lower],
    ['cards.plans.lost', 'features', features],
  ] as const;
  const lines = kinds.flatMap(([key, group, ids]) =>
    ids.length > 0 ? [paragraph(l.t(key, { names: names(group, ids, l) }))] : [],
  );
  return lines.length > 0 ? [warning(...lines)] : [];
}
