/** Which products are shipped, and as what. */
import type { Plan } from '../commerce/model/plan.ts';
import type { HandKept } from './handKept.ts';
import type { Product } from './products.ts';

export type Classified =
  | { shipped: Pick<Plan, 'family' | 'segment' | 'kind'> & { line: number } }
  | { leftOut: string };

/**
 * The rule of the catalogue: every base plan of a line of ours, in any segment, since the diagnosis
 * has to recognise it (R32); add-ons only where upgrades are offered, which is the commercial
 * segment.
 */
export function classify(product: Product, handKept: HandKept): Classified {
  const words = new Set(`${product.name} ${product.stringId}`.toLowerCase().split(/[^a-z0-9]+/));
  const edition = handKept.leftOut.find((one) => one.words.some((word) => words.has(word)));
  if (edition) return { leftOut: edition.why };
  const line = handKept.lines.findIndex(({ names }) => names.some((name) => fits(product, name)));
  const found = handKept.lines[line];
  if (!found) return { leftOut: 'of no product line that an upgrade meets' };
  const { family, kind } = found;
  const segment =
    handKept.segments.find((one) => one.words.some((word) => words.has(word)))?.segment ??
    'commercial';
  if (kind === 'addon' && segment !== 'commercial') {
    return { leftOut: 'add-on outside the commercial segment' };
  }
  return { shipped: { family, segment, kind, line } };
}

function fits({ name }: Product, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.endsWith('*')
    ? name.toLowerCase().startsWith(wanted.slice(0, -1))
    : name.toLowerCase() === wanted;
}
