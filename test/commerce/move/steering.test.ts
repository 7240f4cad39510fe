import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { tallyOf } from '../../../commerce/move/tally.ts';
import { Mover } from '../../../commerce/move/working/mover.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { MoveDesk, people, person, products, sku } from '../../support/tenant/moveDesk.ts';

describe('A move of users that is steered', () => {
  let place: LowdbPlace;
  let storage: Storage;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
  });
  afterEach(() => place.drop());

  const deskWith = (licences: MemoryLicences) => new MoveDesk(licences, storage);

  it('pauses when no licence is left, and goes on when there are', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    desk.licences.bought.set(sku.e5, 45);
    const { id } = await desk.begun();
    desk.licences.bought.set(sku.e5, 27);
    const paused = await desk.run(id);
    assert.deepEqual([paused.state, paused.pausedFor], ['paused', 'noLicences']);
    assert.deepEqual(
      paused.notices.map(({ kind }) => kind),
      ['noLicences'],
    );
    desk.licences.bought.set(sku.e5, 45);
    await desk.moving.resume(person, id);
    const move = await desk.run(id);
    assert.deepEqual(
      [move.state, move.tally],
      ['done', { states: { confirmed: 45 }, reasons: {} }],
    );
  });

  it('is paused for who may not write, and waits for a person', async () => {
    const desk = deskWith(new MemoryLicences(people(5), products));
    const { id } = await desk.begun();
    desk.licences.before = async (call) => {
      if (call === 'change') throw new UpgraderaError('connection.no-permission');
    };
    const paused = await desk.run(id);
    assert.deepEqual([paused.state, paused.pausedFor], ['paused', 'connection.no-permission']);
    desk.licences.before = async () => {};
    await desk.moving.resume(person, id);
    assert.equal((await desk.run(id)).state, 'done');
  });

  it('goes on by itself when the directory was away', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    const { id } = await desk.begun();
    let calls = 0;
    desk.licences.before = async () => {
      calls += 1;
      if (calls % 5 === 0) throw new UpgraderaError('upstream.unavailable');
    };
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 45 }]);
  });

  it('is paused and resumed by a person, and begun once', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    const { id } = await desk.begun();
    const starts = await Promise.all([
      desk.moving.start(person, id),
      desk.moving.start(person, id),
    ]);
    assert.deepEqual(
      starts.map(({ outcome }) => outcome),
      ['started', 'started'],
    );
    desk.licences.answering = async () => void (await desk.moving.pause(person, id));
    const paused = await desk.run(id);
    assert.deepEqual([paused.state, paused.tally.states], ['paused', { moved: 20, waiting: 25 }]);
    assert.equal(paused.notices.length, 0);
    desk.licences.answering = async () => {};
    await desk.moving.resume(person, id);
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 45 }]);
    assert.equal(move.audit.filter(({ event }) => event === 'move.started').length, 1);
  });

  it('is stopped in the midst of a batch: what was moved is known, nobody else is moved', async () => {
    const desk = deskWith(new MemoryLicences(people(45), products));
    const { id } = await desk.begun();
    desk.licences.answering = async () => {
      await desk.moving.stop(person, id);
      throw new UpgraderaError('upstream.unavailable');
    };
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.tally.states], ['stopped', { confirmed: 20, waiting: 25 }]);
    assert.equal(desk.licences.batches.length, 1);
    const rows = await desk.rows(move);
    assert.equal(rows.filter(({ state }) => state === 'confirmed').length, 20);
  });

  it('ends well when two processes are at it at once', async () => {
    const desk = deskWith(new MemoryLicences(people(90), products));
    const { id } = await desk.begun();
    const movers = [new Mover(desk.parts), new Mover(desk.parts)];
    desk.licences.before = () => new Promise((resolve) => setImmediate(resolve));
    let conflicts = 0;
    while (isUnderWay(await desk.move(id))) {
      const steps = await Promise.allSettled(movers.map((mover) => mover.step(id)));
      for (const step of steps) {
        if (step.status === 'fulfilled') assert.equal(step.value, undefined);
        else assert.equal(step.reason.code, 'storage.conflict');
        if (step.status === 'rejected') conflicts += 1;
      }
    }
    const move = await desk.move(id);
    assert.ok(conflicts > 0);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 90 }]);
    assert.deepEqual(tallyOf(await desk.rows(move)), move.tally);
    assert.equal(move.notices.length, 1);
  });

  it('is none of another tenant', async () => {
    const desk = deskWith(new MemoryLicences(people(1), products));
    const { id } = await desk.moving.plan(person, desk.wish());
    const other = { ...person, tenantId: 'tenant-2' };
    for (const act of ['start', 'pause', 'resume', 'stop', 'retry', 'undo'] as const) {
      await assert.rejects(desk.moving[act](other, id), { code: 'move.unknown' });
    }
  });
});
