/** Who has a licence of each product at an instant, among those whom nobody has changed by hand. */
import type { Operation } from '../tenant/operation.ts';
import { statusOf } from '../tenant/operation.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import type { Layout } from './layout.ts';
import { type Range, split, union } from './ranges.ts';

/** By product. Those who got one for themselves are not among them. */
export type Holders = ReadonlyMap<string, readonly Range[]>;

/** An upgrade that may have moved users, and between which products. */
export interface Upgrade {
  operation: Operation;
  from: string;
  to: string;
}

/** Those that show in this tenant, oldest first. */
export function upgradesIn({ owned, operations, edits }: TenantState): Upgrade[] {
  const products = [...owned, ...(edits?.bought ?? [])];
  const skuOf = new Map(products.map(({ id, skuId }) => [id, skuId.toLowerCase()]));
  return operations
    .filter(({ frozenAt }) => frozenAt === undefined)
    .flatMap((operation) => {
      const from = skuOf.get(operation.subscriptionId);
      const to = operation.targetSkuId.toLowerCase();
      skuOf.set(operation.newSubscriptionId, to);
      return from === undefined ? [] : [{ operation, from, to }];
    });
}

export const movedBy = ({ operation }: Upgrade, at: Temporal.Instant): number =>
  statusOf(operation, at).users.moved;

export const isRepaired = ({ repairs }: Pick<TenantState, 'repairs'>, at: Temporal.Instant) =>
  repairs !== undefined && Temporal.Instant.compare(at, repairs.at) >= 0;

/** Upgrades that move all at once are left out: they concern those who were changed as well. */
export function holdersAt(state: TenantState, layout: Layout, at: Temporal.Instant): Holders {
  const repaired = isRepaired(state, at);
  const holders = new Map<string, Range[]>();
  for (const product of layout.products) {
    const users = repaired ? (product.gone ? 0 : product.repaired) : product.atFirst;
    const { first: from } = product;
    if (users > 0) holders.set(product.skuId, [{ from, to: from + users }]);
  }
  for (const upgrade of upgradesIn(state)) {
    if (upgrade.operation.atOnce) continue;
    const [moved, rest] = split(holders.get(upgrade.from) ?? [], movedBy(upgrade, at));
    if (moved.length === 0) continue;
    holders.set(upgrade.from, rest);
    holders.set(upgrade.to, union(holders.get(upgrade.to) ?? [], moved));
  }
  return holders;
}
