import assert from 'node:assert/strict';
import { awayOf, longestAwayFirst } from '../../../commerce/licences/away.ts';
import { suggestUsers } from '../../../commerce/licences/suggestUsers.ts';
import type { OrUnknown } from '../../../commerce/model/unknown.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { people, products, sku } from '../../support/tenant/moveDesk.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const ago = (days: number): string => now.subtract({ hours: 24 * days }).toString();
const seen = (...signIns: OrUnknown<string>[]): DirectoryUser[] =>
  people(signIns.length).map((user, at) => ({ ...user, lastSignIn: signIns[at]! }));
const idsOf = (users: readonly DirectoryUser[]) => users.map(({ id }) => id);

const suggest = (users: DirectoryUser[], most = 100, goOn = () => true) =>
  suggestUsers(new MemoryLicences(users, products, 2), 'tenant-1', sku.e3, { now, most, goOn });

describe('Who could do without a licence', () => {
  for (const [lastSignIn, expected] of [
    ['never', 'never'],
    ['unknown', 'unknown'],
    [ago(91), 'long'],
    [ago(90), 'some'],
    [ago(31), 'some'],
    [ago(30), 'lately'],
    [ago(0), 'lately'],
  ] as const) {
    it(`is told by the last sign-in: ${lastSignIn} is ${expected}`, () => {
      assert.equal(awayOf({ lastSignIn }, now), expected);
    });
  }

  it('is who has been away for longest, and last of whom nobody knows it', () => {
    const users = seen('unknown', ago(1), ago(200), 'never', ago(31));
    assert.deepEqual(idsOf(users.sort(longestAwayFirst)), ['id-3', 'id-2', 'id-4', 'id-1', 'id-0']);
  });

  it('is found over all pages, those who are away counted', async () => {
    const users = seen(ago(1), 'unknown', ago(40), ago(2), 'never', ago(100));
    assert.deepEqual(await suggest(users), {
      users: ['id-4', 'id-5', 'id-2', 'id-3', 'id-0', 'id-1'],
      ...{ away: 3, ofGroups: 0, isUnknown: false, read: 6, isCut: false },
    });
  });

  it('is nobody who has it from a group: they are counted', async () => {
    const group = { id: 'g', name: 'Sales' };
    const [one, two, three] = seen('never', 'never', ago(1)) as [
      DirectoryUser,
      DirectoryUser,
      DirectoryUser,
    ];
    const ofGroup = { ...two, assignments: [{ skuId: sku.e3, disabledPlans: [], group }] };
    const found = await suggest([one, ofGroup, three]);
    assert.ok(found !== 'unknown');
    assert.deepEqual([found.users, found.away, found.ofGroups], [['id-0', 'id-2'], 1, 1]);
  });

  it('is not guessed where the directory tells nobody’s last sign-in', async () => {
    const found = await suggest(seen('unknown', 'unknown', 'unknown'));
    assert.ok(found !== 'unknown');
    assert.deepEqual([found.isUnknown, found.away, found.users.length], [true, 0, 3]);
  });

  it('is looked for as long as there is time, and kept to so many', async () => {
    let pages = 0;
    const goOn = () => {
      pages += 1;
      return pages < 2;
    };
    const found = await suggest(seen(ago(1), ago(2), ago(3), ago(4), 'never'), 3, goOn);
    assert.deepEqual(found, {
      users: ['id-3', 'id-2', 'id-1'],
      ...{ away: 0, ofGroups: 0, isUnknown: false, read: 4, isCut: true },
    });
  });

  it('is unknown where users can’t be listed', async () => {
    const licences = { page: async () => 'unknown' as const };
    const goOn = () => true;
    assert.equal(
      await suggestUsers(licences, 'tenant-1', sku.e3, { now, most: 1, goOn }),
      'unknown',
    );
  });
});
