/** The licences of one simulated user. */
import type { TenantState } from '../tenant/tenantState.ts';
import type { UserLicence, UserRecord } from '../tenant/userChanges.ts';
import { type Holders, holdersAt, isRepaired, movedBy, upgradesIn } from './holders.ts';
import { hasElsewhere, type Layout } from './layout.ts';
import { isIn } from './ranges.ts';

/** @returns what users have at that instant, by their numbers, and what is stored of them */
export function licencesAt(
  state: TenantState,
  layout: Layout,
  now: Temporal.Instant,
): (number: number, record: UserRecord | undefined, userName: string) => UserLicence[] {
  const holders = holdersAt(state, layout, now);
  const before = new Map<string, Holders>();
  const holdersBefore = (at: string): Holders => {
    const known = before.get(at) ?? holdersAt(state, layout, Temporal.Instant.from(at));
    before.set(at, known);
    return known;
  };
  const atOnce = upgradesIn(state).filter(
    (upgrade) => upgrade.operation.atOnce && movedBy(upgrade, now) > 0,
  );
  return (number, record, userName) => {
    let licences = record
      ? since(record, number)
      : [...held(holders, layout, number), ...elsewhere(layout, number)];
    for (const upgrade of atOnce) {
      const { operation, from, to } = upgrade;
      if (record && movedBy(upgrade, Temporal.Instant.from(record.at)) > 0) continue;
      if (operation.failures.some((failure) => failure.userName === userName)) continue;
      licences = swapped(licences, from, to);
    }
    const groups = (state.edits?.groups ?? []).filter(
      ({ at }) => !record || isLater(at, record.at),
    );
    return groups.reduce(ofGroup, licences);
  };

  /** What has happened to everybody since, also to who was changed. */
  function since({ at, licences }: UserRecord, number: number): UserLicence[] {
    const then = skusOf(holdersBefore(at), number);
    const today = skusOf(holders, number);
    const [lost] = then.filter((skuId) => !today.includes(skuId));
    const [gained] = today.filter((skuId) => !then.includes(skuId));
    const repairs = isRepaired(state, now) && !isRepaired(state, Temporal.Instant.from(at));
    const gone = repairs ? layout.products.flatMap((one) => (one.gone ? one.skuId : [])) : [];
    const left = licences.filter(({ skuId }) => !gone.includes(skuId));
    if (lost === undefined) return left;
    if (gained !== undefined) return swapped(left, lost, gained);
    return left.filter(({ skuId, group }) => skuId !== lost || group);
  }
}

const isLater = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) > 0;

/** A group that gives another product takes the old one and gives the new one in the same moment (R88). */
export function ofGroup(
  licences: UserLicence[],
  { id, skuId }: { id: string; skuId: string },
): UserLicence[] {
  return licences.map((one) => (one.group?.id === id ? { ...one, skuId, off: [] } : one));
}

/** In the new product everything is on (R85); what a group gives stays (R88). */
function swapped(licences: UserLicence[], from: string, to: string): UserLicence[] {
  if (!licences.some(({ skuId, group }) => skuId === from && !group)) return licences;
  const others = licences.filter(({ skuId, group }) => group || skuId !== from);
  return others.some(({ skuId }) => skuId === to) ? others : [...others, { skuId: to, off: [] }];
}

const skusOf = (holders: Holders, number: number): string[] =>
  [...holders].flatMap(([skuId, ranges]) => (isIn(ranges, number) ? skuId : []));

function held(holders: Holders, { products }: Layout, number: number): UserLicence[] {
  return skusOf(holders, number).map((skuId) => {
    const { off = [], groups = [] } = products.find((one) => one.skuId === skuId) ?? {};
    const group = groups.find(({ users }) => isIn([users], number));
    return {
      skuId,
      off: off.flatMap(({ planId, users }) => (isIn([users], number) ? planId : [])),
      ...(group && { group: { id: group.id, name: group.name } }),
    };
  });
}

const elsewhere = (layout: Layout, number: number): UserLicence[] =>
  layout.elsewhere.flatMap((one) =>
    hasElsewhere(one, number) ? { skuId: one.skuId, off: [] } : [],
  );
