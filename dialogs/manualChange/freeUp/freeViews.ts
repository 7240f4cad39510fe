/** What the card shows on which users are chosen who do without a licence. */
import { z } from 'zod';
import { itemsPerPage } from '../../../cards/kit/pager.ts';
import type { FreeUsersView } from '../../../cards/manualChange/freeUp/freeUsersCard.ts';
import { awayOf, longestAwayFirst } from '../../../commerce/licences/away.ts';
import { groupOf, suggestUsers } from '../../../commerce/licences/suggestUsers.ts';
import { zoneOf } from '../../../commerce/model/account.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type { Clock } from '../../../commerce/ports/clock.ts';
import type { DirectoryUser, UserLicences } from '../../../commerce/ports/userLicences.ts';
import { type Page, pageOf } from '../../step/paging.ts';
import { planName } from '../../step/planName.ts';
import type { Place, StepNeeds } from '../../step/stepDialog.ts';
import { mostPicked, type Picked } from '../moving/chooseUsersDialog.ts';
import { itemOf } from '../moving/moveUsersDialog.ts';
import { type StandingNeeds, standing } from './standing.ts';

export interface FreeViewNeeds extends StepNeeds, StandingNeeds {
  licences: Pick<UserLicences, 'page' | 'users' | 'groups'>;
  catalog: Pick<Catalog, 'find'>;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
}

/** Seconds in which the directory is read for whom to suggest; who is not read by then is not suggested. */
const patienceSeconds = 1.5;

const suggestionSchema = z.object({
  users: z.array(z.string()),
  away: z.int(),
  ofGroups: z.int(),
  isUnknown: z.boolean(),
  read: z.int(),
  isCut: z.boolean(),
});
type Suggested = z.infer<typeof suggestionSchema>;

const nobody: Suggested = {
  users: [],
  ...{ away: 0, ofGroups: 0, isUnknown: true, read: 0, isCut: false },
};

/** Read once while the step waits, and kept with it. */
export async function suggestionIn(needs: FreeViewNeeds, place: Place): Promise<Suggested> {
  const { turn, memory } = place;
  const kept = suggestionSchema.safeParse(memory.suggestion);
  if (kept.success) return kept.data;
  const [{ skuId }, now] = await Promise.all([
    standing(needs, place),
    needs.clock.now(turn.tenantId),
  ]);
  const until = needs.now().add({ milliseconds: patienceSeconds * 1000 });
  const suggestion = await suggestUsers(needs.licences, turn.tenantId, skuId, {
    now,
    most: mostPicked,
    goOn: () => Temporal.Instant.compare(needs.now(), until) < 0,
  });
  if (!isKnown(suggestion)) return nobody;
  memory.suggestion = suggestion;
  return suggestion;
}

/** With a search who is found, else who is suggested. */
export async function freeUsersView(
  needs: FreeViewNeeds,
  place: Place,
  { picked, search }: Picked,
): Promise<{
  view: FreeUsersView;
  choices: readonly string[];
  inSight: readonly DirectoryUser[];
}> {
  const { turn, memory } = place;
  const [{ facts, skuId, toFree, addingHelps }, suggestion] = await Promise.all([
    standing(needs, place),
    suggestionIn(needs, place),
  ]);
  const { choices, page, isCut } = search
    ? await foundBy(needs, place, { skuId, search })
    : { ...(await suggested(needs, place, suggestion)), isCut: suggestion.isCut };
  const now = Temporal.Instant.from(facts.now);
  const view: FreeUsersView = {
    planName: planName(needs.catalog, skuId, turn.l),
    toFree,
    addingHelps,
    suggested: Math.min(toFree, suggestion.away, mostPicked),
    ofGroups: suggestion.ofGroups,
    signInsUnknown: suggestion.isUnknown,
    picked: picked.length,
    ...(search ? { search } : {}),
    read: suggestion.read,
    isCut,
    timeZone: zoneOf(facts.account),
    ...page,
    items: page.items.map((user) => {
      const group = groupOf(user, skuId);
      return {
        ...itemOf(user),
        away: awayOf(user, now),
        isPicked: picked.includes(user.id),
        ...(group === undefined ? {} : { group }),
      };
    }),
  };
  memory.page = page.page;
  return { view, choices, inSight: page.items };
}

interface Shown {
  choices: readonly string[];
  page: Page<DirectoryUser>;
}

async function foundBy(
  { licences }: FreeViewNeeds,
  { turn, memory }: Place,
  query: { skuId: string; search: string },
): Promise<Shown & { isCut: boolean }> {
  const found = await licences.page(turn.tenantId, query);
  const users = isKnown(found) ? [...found.users].sort(longestAwayFirst) : [];
  const shown = users.slice(0, mostPicked);
  const isCut = isKnown(found) && (found.next !== undefined || users.length > shown.length);
  return { choices: shown.map(({ id }) => id), page: pageOf(shown, memory.page), isCut };
}

/** As they are now; who is gone since is left out. */
async function suggested(
  { licences }: FreeViewNeeds,
  { turn, memory }: Place,
  { users: ids }: Suggested,
): Promise<Shown> {
  const { items, page, pages } = pageOf(ids, memory.page);
  const read = items.length > 0 ? await licences.users(turn.tenantId, items) : [];
  const known = isKnown(read) ? read : [];
  const users = items.flatMap((id) => known.find((user) => user.id === id) ?? []);
  return { choices: ids, page: { items: users.slice(0, itemsPerPage), page, pages } };
}
