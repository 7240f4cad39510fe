import assert from 'node:assert/strict';
import type { ReportWords } from '../../../commerce/move/report.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import {
  MoveDesk,
  people,
  person,
  planIdOf,
  products,
  sku,
} from '../../support/tenant/moveDesk.ts';

const visio = { skuId: sku.visio, disabledPlans: [] };
const off = [planIdOf(sku.e3, 'TEAMS1')];
const group = { id: 'g', name: 'Sales' };

/** One with services off and another licence, one whose licence a group gives, one who has both, one without. */
function someOfEach(): DirectoryUser[] {
  const [plain, rich, byGroup, twice, none] = people(5) as [
    DirectoryUser,
    DirectoryUser,
    DirectoryUser,
    DirectoryUser,
    DirectoryUser,
  ];
  const e3 = { skuId: sku.e3, disabledPlans: [] };
  return [
    plain,
    { ...rich, assignments: [{ skuId: sku.e3, disabledPlans: off }, visio] },
    { ...byGroup, assignments: [{ ...e3, group }] },
    { ...twice, assignments: [e3, { ...e3, group }] },
    { ...none, assignments: [visio] },
  ];
}

const words: ReportWords = {
  separator: ',',
  title: (column) => column,
  product: (skuId) => (skuId === sku.e3 ? 'E3' : skuId),
  result: ({ state }) => state,
  reason: ({ reason = '' }) => reason,
};

describe('Licences that come free', () => {
  let place: LowdbPlace;
  let storage: Storage;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
  });
  afterEach(() => place.drop());

  const deskWith = (users: DirectoryUser[]) =>
    new MoveDesk(new MemoryLicences(users, products), storage);
  const reportOf = async (desk: MoveDesk, id: string) => {
    let csv = '';
    for await (const piece of desk.moving.report(await desk.move(id), words)) csv += piece;
    return csv.replace('\uFEFF', '').trimEnd().split('\r\n');
  };

  it('are taken from who has one, and nobody loses anything else', async () => {
    const before = someOfEach();
    const desk = deskWith(before);
    const ids = before.map(({ id }) => id);
    const { id } = await desk.begunWith(desk.wishToFree({ kind: 'chosen', ids }));
    const move = await desk.run(id);
    assert.deepEqual(move.planned, { free: 2, group: 2, notOwned: 1 });
    assert.deepEqual(
      [move.state, move.tally.states, move.subscriptionId],
      ['doneWithUsersLeft', { confirmed: 2, refused: 2, unneeded: 1 }, 'sub-1'],
    );
    const has = (at: number) => desk.licences.people.get(`id-${at}`)!.assignments;
    assert.deepEqual([has(0), has(1)], [[], [visio]]);
    for (const at of [2, 3, 4]) assert.deepEqual(has(at), before[at]!.assignments);
    assert.deepEqual(
      desk.licences.batches.flat().map(({ add, remove }) => [add, remove]),
      [0, 1].map(() => [[], [sku.e3]]),
    );
    const rows = await desk.rows(move);
    assert.deepEqual(
      rows.map((row) => [row.id, row.group]).toSorted(),
      ids.map((one, at) => [one, at === 2 || at === 3 ? 'Sales' : undefined]),
    );
    const [titles, ...lines] = await reportOf(desk, id);
    assert.equal(titles, 'userName,name,before,after,keptOff,unmapped,result,reason');
    assert.deepEqual(lines.toSorted(), [
      'user0@contoso.com,Name 0,E3,,,,confirmed,',
      'user1@contoso.com,Name 1,E3,,,,confirmed,',
      'user2@contoso.com,Name 2,,,,,refused,group',
      'user3@contoso.com,Name 3,,,,,refused,group',
      'user4@contoso.com,Name 4,,,,,unneeded,notOwned',
    ]);
  });

  it('are given back just as they were, once licences are free again', async () => {
    const before = someOfEach().slice(0, 2);
    const desk = deskWith(before);
    const { id } = await desk.begunWith(desk.wishToFree());
    await desk.run(id);
    desk.licences.bought.set(sku.e3, 1);
    const back = await desk.moving.undo(person, id);
    assert.deepEqual(back.planned, { give: 2 });
    const short = await desk.moving.start(person, back.id);
    assert.deepEqual(short, { outcome: 'short', needed: 2, free: 1, short: 1 });
    desk.licences.bought.set(sku.e3, 2);
    await desk.moving.start(person, back.id);
    assert.equal((await desk.run(back.id)).state, 'done');
    for (const user of before) {
      const { assignments } = desk.licences.people.get(user.id)!;
      assert.deepEqual(new Set(assignments), new Set(user.assignments));
    }
    const report = await reportOf(desk, back.id);
    assert.ok(report.includes('user0@contoso.com,Name 0,,E3,,,confirmed,'), report.join('\n'));
    await assert.rejects(desk.moving.undo(person, back.id), { code: 'move.not-now' });
  });

  it('are those of who is known to have been away for so long', async () => {
    const seen = [
      'never',
      'unknown',
      '2026-08-25T11:59:59Z',
      '2026-08-25T12:00:00Z',
      '2026-11-20T08:00:00Z',
    ];
    const users = people(5).map((user, at) => ({ ...user, lastSignIn: seen[at]! }));
    const desk = deskWith(users);
    const before = '2026-08-25T12:00:00Z';
    const { id } = await desk.begunWith(desk.wishToFree({ kind: 'away', days: 90, before }));
    await desk.run(id);
    const left = users.filter((user) => desk.licences.has(user.id, sku.e3));
    assert.deepEqual(
      left.map(({ lastSignIn }) => lastSignIn),
      ['unknown', ...seen.slice(3)],
    );
  });

  it('come free twenty at once, without more calls than the directory allows', async () => {
    const desk = deskWith(people(45));
    let calls = 0;
    desk.licences.fault = () => {
      calls += 1;
      return calls % 2 === 1 ? { throttled: 7 } : 'none';
    };
    const begun = desk.now;
    const { id } = await desk.begunWith(desk.wishToFree());
    assert.equal((await desk.run(id)).state, 'done');
    assert.deepEqual(
      desk.licences.batches.map(({ length }) => length),
      [20, 20, 20, 20, 5, 5],
    );
    assert.ok(begun.until(desk.now).total('seconds') >= 3 * 7);
  });

  for (const [minutesLate, waited] of [
    [4, 4],
    [60, 10],
  ] as const) {
    it(`wait for a directory that counts ${minutesLate} minutes late, but no longer than 10`, async () => {
      const desk = deskWith(people(5));
      const begun = desk.now;
      const isLate = () => begun.until(desk.now).total('minutes') < minutesLate;
      const held = () =>
        [...desk.licences.people.values()].filter(({ id }) => desk.licences.has(id, sku.e3));
      desk.licences.capacity = async () => ({ bought: 3, assigned: isLate() ? 5 : held().length });
      const ids = ['id-1', 'id-3'];
      const { id } = await desk.begunWith(desk.wishToFree({ kind: 'chosen', ids }));
      const move = await desk.run(id);
      assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 2 }]);
      assert.equal(Math.round(begun.until(desk.now).total('minutes')), waited);
      assert.equal(move.notices.length, 1);
    });
  }

  it('are freed once, however often that is said, and by one move at a time', async () => {
    const desk = deskWith(people(45));
    const first = await desk.moving.plan(person, desk.wishToFree());
    const second = await desk.moving.plan(person, desk.wishToFree());
    const starts = await Promise.all([
      desk.moving.start(person, first.id),
      desk.moving.start(person, first.id),
    ]);
    assert.deepEqual(
      starts.map(({ outcome }) => outcome),
      ['started', 'started'],
    );
    const other = await desk.moving.start(person, second.id);
    assert.deepEqual(other.outcome === 'other' && other.move.id, first.id);
    assert.equal((await desk.run(first.id)).state, 'done');
    assert.equal(desk.licences.batches.flat().length, 45);
    assert.equal(await desk.moving.freeingOf(person.tenantId, sku.e3), undefined);
    const late = await desk.moving.start(person, second.id);
    assert.equal(late.outcome, 'started');
    const move = await desk.run(second.id);
    assert.deepEqual([move.state, move.tally.states], ['done', { unneeded: 45 }]);
    assert.equal(desk.licences.batches.flat().length, 45);
  });
});
