/** What every engine must hold of the rows that are written with documents. */
import assert from 'node:assert/strict';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { StorageEngine } from '../../storage/contract/engine.ts';
import { dropAfter, type Place } from '../support/storage/place.ts';

function aRow(given: Partial<Row> = {}): Row {
  return {
    id: 'r',
    tenantId: 't',
    since: '2026-03-01T09:00:00Z',
    nextCheckAt: undefined,
    owes: false,
    ...given,
  };
}

export function rowConformance(makePlace: () => Promise<Place>): void {
  let place: Place;
  let engine: StorageEngine;
  const rows = () => engine.rows('watches');
  /** The document is its row, so that it can be told again after a restart. */
  const create = (id: string, row: Row) => engine.create('watches', id, row, row);
  const replace = (id: string, row: Row, version: number) =>
    engine.replace('watches', id, row, version, row);

  beforeEach(async () => {
    place = await makePlace();
    engine = await place.openEngine();
  });
  afterEach(dropAfter(() => place));

  async function nowAndAfterRestart(ask: () => Promise<void>): Promise<void> {
    await ask();
    await engine.close();
    engine = await place.openEngine();
    await ask();
  }

  it('finds the document of a row, whatever its id', async () => {
    for (const id of ['r', 'a\u0000b', '\ud800', '\udfff', 'x'.repeat(600)]) {
      await create(`document ${id}`, aRow({ id, tenantId: id }));
    }
    await nowAndAfterRestart(async () => {
      assert.equal(await rows().documentOf('a\u0000b'), 'document a\u0000b');
      assert.equal(await rows().documentOf('\ud800'), 'document \ud800');
      assert.deepEqual(await rows().ofTenant('\udfff'), ['\udfff']);
      assert.equal(await rows().documentOf('other'), undefined);
      assert.equal(await engine.rows('orders').documentOf('r'), undefined);
    });
  });

  it('gives no two documents a row of the same id, however many are written at once', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `d${n}`);
    const created = await Promise.allSettled(ids.map((id) => create(id, aRow())));
    const winners = ids.filter((_, n) => created[n]?.status === 'fulfilled');
    const losers = created.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []));
    assert.equal(winners.length, 1);
    assert.deepEqual(new Set(losers), new Set(['storage.conflict']));
    await nowAndAfterRestart(async () => {
      assert.equal(await rows().documentOf('r'), winners[0]);
      const found = await Array.fromAsync(engine.scan('watches'));
      assert.deepEqual(
        found.map(({ id }) => id),
        winners,
      );
    });
  });

  it('creates one of many equal documents with equal rows, and refuses none', async () => {
    const created = await Promise.all(Array.from({ length: 20 }, () => create('d', aRow())));
    assert.equal(created.filter((won) => won).length, 1);
    assert.equal(await rows().documentOf('r'), 'd');
  });

  it('notes no row of what was not written', async () => {
    await create('a', aRow({ owes: true }));
    assert.equal(await create('a', aRow({ id: 'other', owes: true })), false);
    const late = replace('a', aRow({ owes: false }), 7);
    await assert.rejects(late, { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await rows().undelivered(9), ['r']);
      assert.equal(await rows().documentOf('other'), undefined);
    });
  });

  it('tells what is due to the millisecond, however the instant is written', async () => {
    await create('a', aRow({ id: 'late', nextCheckAt: '2026-03-01T09:00:00.002Z' }));
    await create('b', aRow({ id: 'early', nextCheckAt: '2026-03-01T09:00:00.001000Z' }));
    await nowAndAfterRestart(async () => {
      assert.equal(
        Date.parse((await rows().nextDue()) ?? ''),
        Date.parse('2026-03-01T09:00:00.001Z'),
      );
      assert.deepEqual(await rows().due('2026-03-01T09:00:00.001Z', 9), ['early']);
      assert.deepEqual(await rows().due('2026-03-01T10:00:00+01:00', 9), []);
      assert.deepEqual(await rows().due('2026-03-01T09:00:01Z', 9), ['early', 'late']);
      assert.deepEqual(await rows().due('2026-03-01T09:00:01Z', 1), ['early']);
    });
  });

  it('forgets the row of a document that is set aside', async () => {
    await create('a', aRow({ nextCheckAt: '2026-03-01T09:00:00Z', owes: true }));
    await create('b', aRow({ id: 's' }));
    await engine.setAside('watches', 'a', () => 'damaged');
    await nowAndAfterRestart(async () => {
      assert.equal(await rows().documentOf('r'), undefined);
      assert.equal(await rows().nextDue(), undefined);
      assert.deepEqual(await rows().undelivered(9), []);
      assert.deepEqual(await rows().ofTenant('t'), ['s']);
    });
    assert.equal(await create('c', aRow()), true);
  });

  it('leaves a row out until its document is written again, or the process starts anew', async () => {
    const waiting = aRow({ nextCheckAt: '2026-03-01T09:00:00Z', owes: true });
    await create('a', waiting);
    await create('b', aRow({ id: 's' }));
    await rows().leaveOut('r');
    assert.equal(await rows().documentOf('r'), undefined);
    assert.equal(await rows().nextDue(), undefined);
    assert.deepEqual(await rows().due('2027-01-01T00:00:00Z', 9), []);
    assert.deepEqual(await rows().undelivered(9), []);
    assert.deepEqual(await rows().ofTenant('t'), ['s']);
    await replace('a', waiting, 1);
    await nowAndAfterRestart(async () => {
      assert.equal(await rows().documentOf('r'), 'a');
      assert.deepEqual(await rows().undelivered(9), ['r']);
    });
    await rows().leaveOut('r');
    await engine.close();
    engine = await place.openEngine();
    assert.deepEqual(await rows().due('2027-01-01T00:00:00Z', 9), ['r']);
  });

  describe('of which only one may wait', () => {
    const waiting = (id: string, given: Partial<Row> = {}) =>
      aRow({ id, exclusive: 'one', nextCheckAt: '2026-03-01T09:00:00Z', ...given });
    const conflict = { code: 'storage.conflict' };

    it('creates one of many documents, however many are written at once', async () => {
      const ids = Array.from({ length: 20 }, (_, n) => `d${n}`);
      const created = await Promise.allSettled(ids.map((id) => create(id, waiting(id))));
      const winners = ids.filter((_, n) => created[n]?.status === 'fulfilled');
      const losers = created.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []));
      assert.equal(winners.length, 1);
      assert.deepEqual(new Set(losers), new Set(['storage.conflict']));
      await nowAndAfterRestart(async () => {
        await assert.rejects(create('later', waiting('later')), conflict);
        assert.equal(await engine.read('watches', 'later'), undefined);
        assert.deepEqual(await rows().due('2026-03-02T00:00:00Z', 9), winners);
      });
    });

    it('gives way to the next as soon as it waits no more', async () => {
      await create('a', waiting('a'));
      assert.equal(await replace('a', waiting('a'), 1), 2);
      await assert.rejects(create('b', waiting('b')), conflict);
      await replace('a', waiting('a', { nextCheckAt: undefined }), 2);
      assert.equal(await create('b', waiting('b')), true);
      await nowAndAfterRestart(() => assert.rejects(create('c', waiting('c')), conflict));
    });

    it('stands in nobody’s way who waits for something else, or for nothing', async () => {
      await create('a', waiting('a'));
      assert.equal(await create('b', waiting('b', { exclusive: 'x'.repeat(3_000) })), true);
      assert.equal(await create('c', waiting('c', { exclusive: undefined })), true);
      assert.equal(await create('d', waiting('d', { nextCheckAt: undefined })), true);
      assert.equal(await engine.create('orders', 'e', 1, waiting('e')), true);
      assert.equal(await create('f', waiting('f', { exclusive: '\ud800' })), true);
    });

    it('says of a document that is there that it is there', async () => {
      await create('a', waiting('a'));
      assert.equal(await create('a', waiting('a')), false);
      await create('other', waiting('other', { exclusive: 'taken' }));
      assert.equal(await create('a', waiting('a', { exclusive: 'taken' })), false);
      const many = await Promise.all(
        Array.from({ length: 20 }, () => create('b', waiting('b', { exclusive: 'other' }))),
      );
      assert.equal(many.filter((won) => won).length, 1);
    });

    it('takes nothing that was not written', async () => {
      await create('a', waiting('a', { exclusive: 'other' }));
      assert.equal(await create('a', waiting('a')), false);
      const late = replace('a', waiting('a'), 7);
      await assert.rejects(late, conflict);
      await nowAndAfterRestart(() =>
        assert.rejects(create('b', waiting('b', { exclusive: 'other' })), conflict),
      );
      assert.equal(await create('c', waiting('c')), true);
    });

    it('can be two that waited before the rule: both are changed, and a third is refused', async () => {
      await create('a', waiting('a', { exclusive: undefined }));
      await create('b', waiting('b', { exclusive: undefined }));
      await Promise.all(['a', 'b'].map((id) => replace(id, waiting(id), 1).catch(() => undefined)));
      for (const id of ['a', 'b']) {
        const { version } = (await engine.read('watches', id))!;
        await replace(id, waiting(id), version);
      }
      await nowAndAfterRestart(() => assert.rejects(create('c', waiting('c')), conflict));
      const { version } = (await engine.read('watches', 'a'))!;
      await replace('a', waiting('a', { nextCheckAt: undefined }), version);
      const other = (await engine.read('watches', 'b'))!;
      await replace('b', waiting('b'), other.version);
      await nowAndAfterRestart(() => assert.rejects(create('c', waiting('c')), conflict));
    });
  });
}
