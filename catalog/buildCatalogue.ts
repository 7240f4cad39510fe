/** The catalogue's data from the product table and the facts kept by hand. Pure. */
import type { Plan } from '../commerce/model/plan.ts';
import { classify } from './classify.ts';
import type { Finding } from './findings.ts';
import { gapsOf } from './gaps.ts';
import type { HandKept } from './handKept.ts';
import { inOrder, type Product, type Products, toProducts } from './products.ts';
import { readTable } from './productTable.ts';
import type { ShippedPlan } from './shippedPlan.ts';

export interface BuiltCatalogue {
  asOf: string;
  source: string;
  /** Name → id of every service plan of the shipped products. */
  servicePlans: Record<string, string>;
  /** Base plans before add-ons, then by line, name and id. */
  plans: ShippedPlan[];
  findings: Finding[];
  counts: {
    rows: number;
    products: number;
    servicePlans: number;
    shipped: Record<string, number>;
    leftOut: Record<string, number>;
  };
}

/** @throws upstream.malformed when the text is not the product table. */
export function buildCatalogue(text: string, handKept: HandKept): BuiltCatalogue {
  const { rows, findings: ofRows } = readTable(text);
  const table = toProducts(rows);
  const { products, planNames } = table;
  const judged = products.map((product) => ({ product, ...classify(product, handKept) }));
  const plans = judged
    .flatMap((one) => ('shipped' in one ? [{ ...one, line: one.shipped.line }] : []))
    .map(({ product, line, shipped: { family, segment, kind } }) => ({
      line,
      plan: toPlan(product, { family, segment, kind }, planNames, handKept),
    }))
    .sort(
      (a, b) =>
        Number(a.plan.kind === 'addon') - Number(b.plan.kind === 'addon') ||
        a.line - b.line ||
        inOrder(a.plan.name, b.plan.name) ||
        inOrder(a.plan.skuId, b.plan.skuId),
    )
    .map(({ plan }) => plan);
  const used = new Set(plans.flatMap(({ servicePlans }) => servicePlans));
  const ids = [...planNames].map(([id, name]) => [name, id] as const);
  return {
    asOf: handKept.asOf,
    source: handKept.source,
    servicePlans: Object.fromEntries(
      ids.filter(([name]) => used.has(name)).sort(([a], [b]) => inOrder(a, b)),
    ),
    plans,
    findings: [
      ...ofRows,
      ...table.findings,
      ...gapsOf(plans),
      ...handKeptFindings(handKept, table),
    ],
    counts: {
      rows: rows.length,
      products: products.length,
      servicePlans: planNames.size,
      shipped: count(plans.map(({ kind, segment }) => `${kind}, ${segment}`)),
      leftOut: count(judged.flatMap((one) => ('leftOut' in one ? one.leftOut : []))),
    },
  };
}

function toPlan(
  { skuId, stringId, name, servicePlans }: Product,
  facts: Pick<Plan, 'family' | 'segment' | 'kind'>,
  planNames: Map<string, string>,
  { products }: HandKept,
): ShippedPlan {
  const known = products[skuId];
  const listed = servicePlans.flatMap((id) => planNames.get(id) ?? []);
  const names = new Set(planNames.values());
  const unlisted = known?.unlistedServicePlans?.filter((one) => names.has(one)) ?? [];
  return {
    skuId,
    stringId,
    name: known?.name ?? name,
    ...facts,
    servicePlans: [...new Set([...listed, ...unlisted])].sort(inOrder),
  };
}

/** Facts kept by hand that a newer table makes wrong or needless. */
function handKeptFindings({ products }: HandKept, table: Products): Finding[] {
  const names = new Set(table.planNames.values());
  return Object.entries(products).flatMap(([skuId, { unlistedServicePlans = [] }]): Finding[] => {
    const product = table.products.find((one) => one.skuId === skuId);
    if (!product) return [{ kind: 'missing', detail: skuId }];
    const listed = product.servicePlans.map((id) => table.planNames.get(id));
    return unlistedServicePlans.flatMap((name): Finding[] => {
      const detail = `${product.name}: ${name}`;
      if (!names.has(name)) return [{ kind: 'missing', detail }];
      return listed.includes(name) ? [{ kind: 'needless', detail }] : [];
    });
  });
}

/** How often each text occurs, the most frequent first. */
function count(texts: readonly string[]): Record<string, number> {
  const counted = [...Map.groupBy(texts, (text) => text)].map(
    ([text, all]) => [text, all.length] as const,
  );
  return Object.fromEntries(counted.sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0])));
}
