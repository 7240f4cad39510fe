/**
 * Who has which licences on the first day of a simulated tenant: nobody is stored, everything follows from
 * what it owns. Plans that stand by themselves have users of their own, add-ons the first ones.
 */
import { memoizeByObject } from '../../commerce/base/memoize.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import { guidOf } from '../tenant/guid.ts';
import { skus } from '../tenant/skus.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import type { Range } from './ranges.ts';
import { servicePlanNamed } from './services.ts';

/** Users of a product on the first day, and from the repairs of the tenant on. */
export interface ProductUsers {
  skuId: string;
  first: number;
  atFirst: number;
  repaired: number;
  /** Whether the tenant has nothing of it any more, once it is repaired. */
  gone: boolean;
  /** Those who have a service turned off; the first ones. */
  off: { planId: string; users: Range }[];
  /** Those whose licence a group gives; the last ones. */
  groups: { id: string; name: string; users: Range }[];
}

export interface Layout {
  /** How many users there are at all. */
  population: number;
  products: ProductUsers[];
  /** Products that people got for themselves: no subscription of the organization is behind them (R131). */
  elsewhere: Elsewhere[];
}

interface Elsewhere {
  skuId: string;
  /** Every so many users one, from the user of that number on. */
  every: number;
  from: number;
}

const selfService: readonly Elsewhere[] = [
  { skuId: skus.visioPlan2, every: 11, from: 4 },
  { skuId: skus.projectClient, every: 23, from: 7 },
];

export const hasElsewhere = ({ every, from }: Elsewhere, at: number): boolean =>
  at % every === from;

export const countElsewhere = ({ every, from }: Elsewhere, population: number): number =>
  Math.max(0, Math.ceil((population - from) / every));

const layouts = memoizeByObject((catalog: Catalog) =>
  memoizeByObject((state: TenantState) => makeLayout(state, catalog)),
);

export const layoutOf = (state: TenantState, catalog: Catalog): Layout => layouts(catalog)(state);

function makeLayout({ owned, repairs }: TenantState, catalog: Catalog): Layout {
  const bySku = Map.groupBy(owned, ({ skuId }) => skuId.toLowerCase());
  let next = 0;
  let population = 0;
  const products = [...bySku].map(([skuId, same]): ProductUsers => {
    const plan = catalog.find(skuId);
    const isBase = plan?.kind !== 'addon';
    const first = isBase ? next : 0;
    const product = productUsers({ skuId, first, same, repairs, plan });
    const end = first + Math.max(product.atFirst, product.repaired);
    if (isBase) next = end;
    population = Math.max(population, end);
    return product;
  });
  const elsewhere = selfService.filter(({ skuId }) => !bySku.has(skuId));
  return { population, products, elsewhere };
}

interface ProductSeeds extends Pick<TenantState, 'repairs'> {
  skuId: string;
  first: number;
  /** Its subscriptions. */
  same: TenantState['owned'];
  plan: Plan | undefined;
}

function productUsers({ skuId, first, same, repairs, plan }: ProductSeeds): ProductUsers {
  const atFirst = sum(same.map(({ assigned }) => assigned));
  const kept = same.filter(({ id }) => !repairs?.gone?.includes(id));
  const gone = kept.length === 0;
  let last = first + atFirst;
  return {
    skuId,
    first,
    atFirst,
    repaired: gone ? 0 : repairedCount(kept, atFirst, repairs),
    gone,
    off: same.flatMap(({ turnedOff = [] }) =>
      turnedOff.map(({ name, users }) => ({
        planId: servicePlanNamed(plan, name),
        users: { from: first, to: first + Math.min(users, atFirst) },
      })),
    ),
    groups: same.flatMap(({ groups = [] }) =>
      groups.map(({ name, users }) => {
        last -= users;
        return { id: guidOf('group', name), name, users: { from: last, to: last + users } };
      }),
    ),
  };
}

/** Users keep their licences as long as there is any subscription of the product. */
function repairedCount(
  kept: TenantState['owned'],
  atFirst: number,
  repairs: TenantState['repairs'],
): number {
  const left = repairs?.assigned;
  if (left === undefined || !kept.some(({ id }) => id === repairs?.subscriptionId)) return atFirst;
  return sum(kept.map(({ id, assigned }) => (id === repairs?.subscriptionId ? left : assigned)));
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
