/** Changes users of a simulated tenant: one write of the tenant's document is the whole change. */

import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import {
  type ChangeOutcome,
  type LicenceChange,
  mostUsersAtOnce,
} from '../../commerce/ports/userLicences.ts';
import { completionOf, isRunning, statusOf } from '../tenant/operation.ts';
import { domainOf, personOf } from '../tenant/people.ts';
import type { TenantDocuments } from '../tenant/tenantDocuments.ts';
import { tenantTime } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import type { UserChanges } from '../tenant/userChanges.ts';
import { isRepaired, upgradesIn } from './holders.ts';
import { judge } from './judge.ts';
import { layoutOf } from './layout.ts';
import { licencesAt } from './licencesOf.ts';
import { numberOf, obstacleOf } from './person.ts';
import type { Records, UserShards } from './shards.ts';
import { add, keysOf, type Tally, tallyAt } from './tally.ts';

export interface ChangeParts {
  store: TenantDocuments;
  shards: UserShards;
  catalog: Catalog;
  /** Real time. */
  now: () => Temporal.Instant;
  /** Undefined for what the tenant has none of. */
  bought(state: TenantState, skuId: string): number | undefined;
}

export async function changeUsers(
  parts: ChangeParts,
  tenantId: string,
  changes: readonly LicenceChange[],
): Promise<readonly ChangeOutcome[]> {
  if (changes.length > mostUsersAtOnce) throw new UpgraderaError('upstream.refused', 'changes');
  const { store, shards } = parts;
  const numbers = changes.flatMap(({ userId }) => numberOf(tenantId, userId) ?? []);
  // Ends, since every other change that comes in between is done.
  for (;;) {
    const { users: before } = await store.read(tenantId);
    // What the next change would overwrite has to be in its shard first.
    await shards.settle(tenantId, before);
    const records = await shards.records(tenantId, before, numbers);
    const outcomes = await store.change(tenantId, (state) =>
      isSame(state.users, before)
        ? decide(parts, tenantId, state, changes, records)
        : { state, result: undefined },
    );
    if (outcomes) return outcomes;
  }
}

/** Whether nobody was changed in between. */
export const isSame = (one: UserChanges | undefined, other: UserChanges | undefined): boolean =>
  one?.last === other?.last && one?.forgotten === other?.forgotten;

function decide(
  { catalog, now: realNow, bought }: ChangeParts,
  tenantId: string,
  state: TenantState,
  changes: readonly LicenceChange[],
  records: Records,
): { state: TenantState; result: ChangeOutcome[] } {
  const now = tenantTime(state, realNow());
  const layout = layoutOf(state, catalog);
  const tally = tallyAt(state, layout, now);
  const licencesOf = licencesAt(state, layout, now);
  const domain = domainOf(state.organisation.name);
  const busy = busyUntil(state, now);
  const changed = new Map<number, UserChanges['users'][number]>();
  const touched = new Set<string>();
  const free = (skuId: string) => {
    const all = bought(state, skuId);
    return all === undefined ? undefined : all - (tally.get(skuId) ?? 0);
  };
  const result = changes.map((change): ChangeOutcome => {
    const number = numberOf(tenantId, change.userId);
    if (number === undefined || number >= layout.population) {
      return { outcome: 'refused', reason: 'UnknownUser' };
    }
    const products = [...change.add.map(({ skuId }) => skuId), ...change.remove];
    const wait = Math.max(0, ...products.map((skuId) => busy.get(skuId.toLowerCase()) ?? 0));
    if (wait > 0) return { outcome: 'later', afterSeconds: wait };
    const { userName } = personOf(number, domain);
    const known = changed.get(number)?.record.licences;
    const licences = known ?? licencesOf(number, records.get(number), userName);
    const obstacle = obstacleOf(state, layout, number, now);
    const judged = judge(change, { licences, obstacle, catalog, free });
    if (!Array.isArray(judged)) return judged;
    count(tally, keysOf(licences), -1);
    count(tally, keysOf(judged), 1);
    changed.set(number, { number, record: { at: now.toString(), licences: judged } });
    for (const skuId of products) touched.add(skuId.toLowerCase());
    return { outcome: 'changed' };
  });
  if (changed.size === 0) return { state, result };
  const { last = 0, forgotten = 0 } = state.users ?? {};
  const users: UserChanges = {
    last: last + 1,
    forgotten,
    at: now.toString(),
    counts: Object.fromEntries(tally),
    users: [...changed.values()],
  };
  return { state: { ...takenOver(state, touched, now), users }, result };
}

export function count(tally: Tally, keys: readonly string[], by: 1 | -1): void {
  for (const key of keys) add(tally, key, by);
}

/** Whole seconds until the licences of a product may be changed again, while an upgrade moves its users. */
export function busyUntil(state: TenantState, now: Temporal.Instant): ReadonlyMap<string, number> {
  return new Map(
    upgradesIn(state)
      .filter(({ operation }) => isRunning(statusOf(operation, now)))
      .flatMap(({ operation, from, to }) => {
        const seconds = Math.ceil(now.until(completionOf(operation)).total('seconds'));
        return [from, to].map((skuId): [string, number] => [skuId, Math.max(1, seconds)]);
      }),
  );
}

/** Licences that somebody changes or upgrades are taken back by nobody else later. */
export function takenOver(
  state: TenantState,
  touched: ReadonlySet<string>,
  now: Temporal.Instant,
): TenantState {
  const { repairs, owned } = state;
  if (repairs?.assigned === undefined || isRepaired(state, now)) return state;
  const repaired = owned.find(({ id }) => id === repairs.subscriptionId);
  if (!repaired || !touched.has(repaired.skuId.toLowerCase())) return state;
  const { assigned: _, ...others } = repairs;
  return { ...state, repairs: others };
}
