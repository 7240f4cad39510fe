import assert from 'node:assert/strict';
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

describe('A move of users', () => {
  let place: LowdbPlace;
  let storage: Storage;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
  });
  afterEach(() => place.drop());

  const deskWith = (licences: MemoryLicences) => new MoveDesk(licences, storage);

  it('moves everybody, twenty at once, and reads them again', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    const planned = await desk.moving.plan(person, desk.wish());
    assert.deepEqual([planned.state, planned.planned], ['planned', { swap: 45 }]);
    assert.equal(desk.licences.batches.length, 0);
    const started = await desk.moving.start(person, planned.id);
    assert.equal(started.outcome, 'started');
    const move = await desk.run(planned.id);
    assert.equal(move.state, 'done');
    assert.deepEqual(move.tally, { states: { confirmed: 45 }, reasons: {} });
    assert.deepEqual(
      desk.licences.batches.map(({ length }) => length),
      [20, 20, 5],
    );
    assert.deepEqual(
      move.notices.map(({ kind, status }) => [kind, status]),
      [['done', 'pending']],
    );
    for (const user of desk.licences.people.values()) {
      assert.deepEqual(user.assignments, [{ skuId: sku.e5, disabledPlans: [] }]);
    }
  });

  it('keeps services off, and says which', async () => {
    const off = [
      planIdOf(sku.e3, 'SHAREPOINTENTERPRISE'),
      planIdOf(sku.e3, 'EXCHANGE_S_ENTERPRISE'),
    ];
    const assignments = [{ skuId: sku.e3, disabledPlans: off }];
    const desk = deskWith(new MemoryLicences(people(3, { assignments }), products));
    const { id } = await desk.begun();
    const move = await desk.run(id);
    const [row] = await desk.rows(move);
    assert.deepEqual(row?.before, { disabledPlans: off });
    assert.deepEqual(
      desk.licences.people
        .get('id-0')!
        .assignments.map((one) => [one.skuId, [...one.disabledPlans].sort()]),
      [[sku.e5, off.toSorted()]],
    );
  });

  it("leaves users as they are who can't be moved, and says why", async () => {
    const [plain, byGroup, noLocation, moved, without, both] = people(6);
    const group = { id: 'g', name: 'Sales' };
    const { usageLocation: _, ...nowhere } = noLocation!;
    const e5 = { skuId: sku.e5, disabledPlans: [] };
    const e3 = { skuId: sku.e3, disabledPlans: [] };
    const desk = deskWith(
      new MemoryLicences(
        [
          plain!,
          { ...byGroup!, assignments: [{ ...e3, group }] },
          nowhere,
          { ...moved!, assignments: [e5] },
          { ...without!, assignments: [] },
          { ...both!, assignments: [e3, e5] },
        ],
        products,
      ),
    );
    const ids = people(6).map(({ id }) => id);
    const { id } = await desk.begun({ kind: 'chosen', ids: [...ids, 'gone', ids[0]!] });
    const move = await desk.run(id);
    assert.equal(move.state, 'doneWithUsersLeft');
    const rows = await desk.rows(move);
    const of = (key: string) => rows.find((row) => (row.id ?? row.userName) === key)!;
    const told = [...ids, 'gone'].map((key) => [of(key).kind, of(key).state, of(key).reason]);
    assert.deepEqual(told, [
      ['swap', 'confirmed', undefined],
      ['group', 'refused', 'group'],
      ['noLocation', 'refused', 'noLocation'],
      ['alreadyMoved', 'unneeded', 'alreadyMoved'],
      ['notOwned', 'unneeded', 'notOwned'],
      ['removeOld', 'confirmed', undefined],
      ['unknownUser', 'refused', 'UnknownUser'],
    ]);
    assert.deepEqual(move.tally.states, { confirmed: 2, refused: 3, unneeded: 2 });
    assert.equal(desk.licences.batches.flat().length, 2);
    assert.deepEqual(desk.licences.people.get('id-5')!.assignments, [e5]);
  });

  it('tries those who were refused again, and nobody else', async () => {
    const desk = deskWith(new MemoryLicences(people(30), products));
    desk.licences.refused.set('id-3', 'DependencyViolation').set('id-25', 'Other');
    const { id } = await desk.begun();
    const left = await desk.run(id);
    assert.equal(left.state, 'doneWithUsersLeft');
    assert.deepEqual(left.tally, {
      states: { confirmed: 28, refused: 2 },
      reasons: { DependencyViolation: 1, Other: 1 },
    });
    desk.licences.refused.delete('id-3');
    desk.licences.batches.length = 0;
    await desk.moving.retry(person, id);
    const again = await desk.run(id);
    assert.deepEqual(again.tally, { states: { confirmed: 29, refused: 1 }, reasons: { Other: 1 } });
    assert.deepEqual(
      desk.licences.batches.flat().map(({ userId }) => userId),
      ['id-3', 'id-25'],
    );
    assert.deepEqual(
      again.notices.map(({ kind }) => kind),
      ['doneWithUsersLeft', 'doneWithUsersLeft'],
    );
  });

  it('moves users who are listed by name, and lists the unknown ones', async () => {
    const desk = deskWith(new MemoryLicences(people(250), products));
    const userNames = ['USER7@contoso.com', 'user249@contoso.com', 'nobody@contoso.com'];
    const planned = await desk.moving.plan(person, desk.wish({ kind: 'listed', userNames }));
    assert.deepEqual(planned.planned, { swap: 2, unknownUser: 1 });
    const { rows } = await desk.moving.rows(planned, {
      only: ({ kind }) => kind === 'unknownUser',
    });
    assert.deepEqual(
      rows.map(({ userName }) => userName),
      ['nobody@contoso.com'],
    );
    await desk.moving.start(person, planned.id);
    await desk.run(planned.id);
    const moved = [...desk.licences.people.values()].filter(({ id }) =>
      desk.licences.has(id, sku.e5),
    );
    assert.deepEqual(
      moved.map(({ id }) => id),
      ['id-7', 'id-249'],
    );
  });

  it('moves a department', async () => {
    const all = people(40).map((user, at) => ({ ...user, department: at % 4 ? 'Sales' : 'IT' }));
    const desk = deskWith(new MemoryLicences(all, products, 7));
    const { id } = await desk.begun({ kind: 'department', department: 'IT' });
    const move = await desk.run(id);
    assert.deepEqual(move.tally.states, { confirmed: 10 });
    assert.equal(desk.licences.has('id-4', sku.e5), true);
    assert.equal(desk.licences.has('id-5', sku.e5), false);
  });

  it('says before by how many licences it falls short, and does not begin', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    desk.licences.bought.set(sku.e5, 40);
    const planned = await desk.moving.plan(person, desk.wish());
    const started = await desk.moving.start(person, planned.id);
    assert.deepEqual(started, { outcome: 'short', needed: 45, free: 40, short: 5 });
    assert.equal((await desk.run(planned.id)).state, 'planned');
    assert.equal(desk.licences.batches.length, 0);
  });
});
