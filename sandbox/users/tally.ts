/** Licences counted: of each product, and of those how many lack a service or come from a group. */
import type { TenantState } from '../tenant/tenantState.ts';
import { hasChanges, type UserLicence } from '../tenant/userChanges.ts';
import { type Holders, holdersAt, isRepaired, movedBy, upgradesIn } from './holders.ts';
import { countElsewhere, type Layout } from './layout.ts';
import { common, sizeOf } from './ranges.ts';

/** By product alone, or by product and service, or by product and group. */
export type Tally = Map<string, number>;

export const offKey = (skuId: string, planId: string): string => `${skuId} off ${planId}`;
export const groupKey = (skuId: string, groupId: string): string => `${skuId} group ${groupId}`;
const isOf = (skuId: string) => (key: string) => key.split(' ', 1)[0] === skuId;

export function add(tally: Tally, key: string, count: number): void {
  const sum = (tally.get(key) ?? 0) + count;
  if (sum === 0) tally.delete(key);
  else tally.set(key, sum);
}

/** What one user counts for. What one of several licences of a product has on is on. */
export function keysOf(licences: readonly UserLicence[]): string[] {
  return [...Map.groupBy(licences, ({ skuId }) => skuId)].flatMap(([skuId, same]) => {
    const [first, ...others] = same;
    const off = (first?.off ?? []).filter((plan) => others.every((one) => one.off.includes(plan)));
    const groups = same.flatMap(({ group }) => (group ? groupKey(skuId, group.id) : []));
    return [skuId, ...off.map((plan) => offKey(skuId, plan)), ...groups];
  });
}

function tallyOf(holders: Holders, { products, elsewhere, population }: Layout): Tally {
  const tally: Tally = new Map();
  for (const [skuId, ranges] of holders) add(tally, skuId, sizeOf(ranges));
  for (const one of elsewhere) add(tally, one.skuId, countElsewhere(one, population));
  for (const { skuId, off, groups } of products) {
    const ranges = holders.get(skuId) ?? [];
    for (const { planId, users } of off) {
      add(tally, offKey(skuId, planId), sizeOf(common(ranges, [users])));
    }
    for (const { id, users } of groups) {
      add(tally, groupKey(skuId, id), sizeOf(common(ranges, [users])));
    }
  }
  return tally;
}

/** Of everybody, at an instant not before the last change. */
export function tallyAt(state: TenantState, layout: Layout, now: Temporal.Instant): Tally {
  const derived = tallyOf(holdersAt(state, layout, now), layout);
  if (!hasChanges(state.users)) return derived;
  const { at, counts } = state.users;
  const then = Temporal.Instant.from(at);
  const tally: Tally = new Map(Object.entries(counts));
  for (const [key, count] of derived) add(tally, key, count);
  for (const [key, count] of tallyOf(holdersAt(state, layout, then), layout)) {
    add(tally, key, -count);
  }
  if (isRepaired(state, now) && !isRepaired(state, then)) {
    for (const { skuId, gone } of layout.products) if (gone) clear(tally, skuId);
  }
  for (const upgrade of upgradesIn(state)) {
    const { from, to } = upgrade;
    const { atOnce } = upgrade.operation;
    if (!atOnce || movedBy(upgrade, then) > 0 || movedBy(upgrade, now) === 0) continue;
    clear(tally, from);
    add(tally, to, atOnce.gain);
    for (const [key, count] of Object.entries(atOnce.left)) add(tally, key, count);
  }
  return tally;
}

function clear(tally: Tally, skuId: string): void {
  for (const key of [...tally.keys()].filter(isOf(skuId))) tally.delete(key);
}
