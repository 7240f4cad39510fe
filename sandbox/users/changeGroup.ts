import { noEdits } from '../tenant/edits.ts';
import { domainOf, personOf } from '../tenant/people.ts';
import { tenantTime } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import type { UserChanges } from '../tenant/userChanges.ts';
import { busyUntil, type ChangeParts, count, isSame } from './changeUsers.ts';
import { layoutOf } from './layout.ts';
import { licencesAt, ofGroup } from './licencesOf.ts';
import type { Records } from './shards.ts';
import { keysOf, tallyAt } from './tally.ts';

/**
 * A group of a simulated tenant gives its members another product from now on.
 * @returns false where there is no such group or too few licences, or an upgrade moves users of either product
 */
export async function changeGroup(
  parts: ChangeParts,
  tenantId: string,
  name: string,
  skuId: string,
): Promise<boolean> {
  const { store, shards, catalog } = parts;
  // Ends, since every other change that comes in between is done.
  for (;;) {
    const before = await store.read(tenantId);
    const group = groupNamed(before, name, parts);
    if (!group) return false;
    await shards.settle(tenantId, before.users);
    const { from, to } = group.users;
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const records = await shards.records(tenantId, before.users, numbers);
    const done = await store.change(tenantId, (state) => {
      const known = groupNamed(state, name, { catalog });
      const isStill = known?.id === group.id && known.users.from === from && known.users.to === to;
      if (!isStill || !isSame(state.users, before.users)) return { state, result: undefined };
      const next = changed(
        parts,
        state,
        { id: group.id, skuId: skuId.toLowerCase() },
        numbers,
        records,
      );
      return { state: next ?? state, result: next !== undefined };
    });
    if (done !== undefined) return done;
  }
}

function groupNamed(state: TenantState, name: string, { catalog }: Pick<ChangeParts, 'catalog'>) {
  const groups = layoutOf(state, catalog).products.flatMap((product) => product.groups);
  return groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
}

function changed(
  { catalog, now: realNow, bought }: ChangeParts,
  state: TenantState,
  group: { id: string; skuId: string },
  numbers: readonly number[],
  records: Records,
): TenantState | undefined {
  const now = tenantTime(state, realNow());
  const layout = layoutOf(state, catalog);
  const tally = tallyAt(state, layout, now);
  const licencesOf = licencesAt(state, layout, now);
  const domain = domainOf(state.organisation.name);
  const busy = busyUntil(state, now);
  for (const number of numbers) {
    const { userName } = personOf(number, domain);
    const licences = licencesOf(number, records.get(number), userName);
    const given = licences.filter((one) => one.group?.id === group.id);
    if (given.some(({ skuId }) => busy.has(skuId)) || busy.has(group.skuId)) return undefined;
    count(tally, keysOf(licences), -1);
    count(tally, keysOf(ofGroup(licences, group)), 1);
  }
  if ((tally.get(group.skuId) ?? 0) > (bought(state, group.skuId) ?? 0)) return undefined;
  const { last = 0, forgotten = 0 } = state.users ?? {};
  const at = now.toString();
  const counts = Object.fromEntries(tally);
  const users: UserChanges = { last: last + 1, forgotten, at, counts, users: [] };
  const edits = state.edits ?? noEdits;
  // Later than every change before it, also than one of the same instant; to apply it twice changes nothing.
  const since = { ...group, at: now.add({ nanoseconds: 1 }).toString() };
  return { ...state, users, edits: { ...edits, groups: [...edits.groups, since] } };
}
