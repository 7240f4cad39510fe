/** The rows of the table put together: products, and service plans with one name each. */
import type { Finding, FindingKind } from './findings.ts';
import type { TableRow } from './productTable.ts';

export interface Product {
  skuId: string;
  stringId: string;
  name: string;
  /** Ids. */
  servicePlans: string[];
}

export interface Products {
  products: Product[];
  /** Service plan id → its one name; no two ids share a name. */
  planNames: Map<string, string>;
  findings: Finding[];
}

export function toProducts(rows: readonly TableRow[]): Products {
  const findings: Finding[] = [];
  const note = (kind: FindingKind, detail: string) => findings.push({ kind, detail });
  const products = [...Map.groupBy(rows, ({ skuId }) => skuId)].map(([skuId, own]) => ({
    skuId,
    name: oneOf(
      own,
      ({ name }) => name,
      (names) => note('productNames', `${skuId}: ${names}`),
    ),
    stringId: oneOf(
      own,
      (row) => row.stringId,
      (ids) => note('stringIds', `${skuId}: ${ids}`),
    ),
    servicePlans: [...new Set(own.map(({ planId }) => planId))],
  }));
  for (const [name, sharing] of shared(products, (product) => product.name)) {
    note('sharedName', `${name}: ${sharing.map(({ skuId }) => skuId).join(', ')}`);
  }
  for (const [stringId, sharing] of shared(products, (product) => product.stringId)) {
    note('sharedStringId', `${stringId}: ${sharing.map(({ skuId }) => skuId).join(', ')}`);
  }
  return { products, planNames: namePlans(rows, note), findings };
}

function namePlans(
  rows: readonly TableRow[],
  note: (kind: FindingKind, detail: string) => void,
): Map<string, string> {
  const plans = [...Map.groupBy(rows, ({ planId }) => planId)].map(([id, own]) => ({
    id,
    name: oneOf(
      own,
      (row) => row.planName,
      (names) => note('planNames', `${id}: ${names}`),
    ),
    uses: own.length,
  }));
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  for (const [name, sharing] of shared(plans, (plan) => plan.name)) {
    note('planIds', `${name}: ${sharing.map(({ id }) => id).join(', ')}`);
    const [, ...others] = sharing.sort((a, b) => b.uses - a.uses || inOrder(a.id, b.id));
    for (const { id } of others) names.set(id, `${name} (${id.slice(0, 8)})`);
  }
  return names;
}

/** The most frequent value, of equally frequent ones the first by code point. */
function oneOf(
  rows: readonly TableRow[],
  value: (row: TableRow) => string,
  several: (values: string) => void,
): string {
  const counted = [...Map.groupBy(rows, value)]
    .map(([text, own]) => ({ text, count: own.length }))
    .sort((a, b) => b.count - a.count || inOrder(a.text, b.text));
  if (counted.length > 1) several(counted.map(({ text }) => text).join(' | '));
  return counted[0]?.text ?? '';
}

function shared<Item>(items: readonly Item[], value: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, value)].filter(([, sharing]) => sharing.length > 1);
}

/** By code point: the same on every machine, whatever its language. */
export function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
