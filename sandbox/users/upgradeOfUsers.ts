/** What an upgrade finds in the directory when it is placed: whom it is going to move, and whom not. */
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { UserFailure } from '../../commerce/ports/seller.ts';
import type { Operation } from '../tenant/operation.ts';
import { domainOf, personOf } from '../tenant/people.ts';
import { tenantTime } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { hasChanges } from '../tenant/userChanges.ts';
import { holdersAt } from './holders.ts';
import { layoutOf } from './layout.ts';
import { licencesAt } from './licencesOf.ts';
import { obstacleOf } from './person.ts';
import { last, split } from './ranges.ts';
import { shardSize, type UserShards } from './shards.ts';
import { add, keysOf, type Tally } from './tally.ts';

/** As the operation keeps it. */
export type UsersOfUpgrade = Pick<Operation, 'users' | 'failures' | 'atOnce'>;

interface Parts {
  shards: UserShards;
  catalog: Catalog;
  /** Real time. */
  now: () => Temporal.Instant;
}

/** Where nobody was changed by hand: those who were assigned latest are left behind. */
export function usersAsSeeded(
  { catalog }: Pick<Parts, 'catalog'>,
  state: TenantState,
  now: Temporal.Instant,
  { skuId, assigned: users }: { skuId: string; assigned: number },
): UsersOfUpgrade {
  const reasons = state.userErrors.flatMap((error) =>
    Array<string>(error.users).fill(error.reason),
  );
  const holders = holdersAt(state, layoutOf(state, catalog), now);
  const [moving] = split(holders.get(skuId.toLowerCase()) ?? [], users);
  const domain = domainOf(state.organisation.name);
  const failures = last(moving, reasons.length).map((number, at): UserFailure => {
    return { userName: personOf(number, domain).userName, reason: reasons[at] ?? '' };
  });
  return { users, failures };
}

/**
 * Where somebody was: everybody is looked at, and all are moved in one moment. What a group gives stays.
 * @returns undefined where nobody was
 */
export async function usersAsChanged(
  { shards, catalog, now: realNow }: Parts,
  tenantId: string,
  state: TenantState,
  [from, to]: readonly [from: string, to: string],
): Promise<UsersOfUpgrade | undefined> {
  if (!hasChanges(state.users)) return undefined;
  const now = tenantTime(state, realNow());
  const layout = layoutOf(state, catalog);
  const licencesOf = licencesAt(state, layout, now);
  const domain = domainOf(state.organisation.name);
  const left: Tally = new Map();
  const failures: UserFailure[] = [];
  let users = 0;
  let gain = 0;
  for (let first = 0; first < layout.population; first += shardSize) {
    const length = Math.min(shardSize, layout.population - first);
    const numbers = Array.from({ length }, (_, at) => first + at);
    const records = await shards.records(tenantId, state.users, numbers);
    for (const number of numbers) {
      const { userName } = personOf(number, domain);
      const licences = licencesOf(number, records.get(number), userName);
      const ofProduct = licences.filter(({ skuId }) => skuId === from);
      if (ofProduct.length === 0) continue;
      users += 1;
      const reason = ofProduct.every(({ group }) => group)
        ? 'InheritedFromGroup'
        : obstacleOf(state, layout, number, now);
      if (reason === undefined) {
        if (!licences.some(({ skuId }) => skuId === to)) gain += 1;
      } else failures.push({ userName, reason });
      const staying = reason === undefined ? ofProduct.filter(({ group }) => group) : ofProduct;
      for (const key of keysOf(staying)) add(left, key, 1);
    }
  }
  return { users, failures: failures.reverse(), atOnce: { left: Object.fromEntries(left), gain } };
}
