import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backEndSchemas } from '../../../bot/compose/backend.ts';
import type { IdentifiedDocument, StorageEngine } from '../../../storage/contract/engine.ts';
import { collections } from '../../../storage/repositories/schemas.ts';
import { inspect } from '../../../storage/transfer/inspect.ts';
import { exportDocuments, importDocuments } from '../../../storage/transfer/transfer.ts';
import { LowdbPlace, type Place } from '../../support/storage/place.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { aConversation, anOrder, aQuote } from '../../support/storage/samples.ts';

const waiting = { nextCheckAt: '2026-03-01T09:00:00Z', placedAt: '2026-03-01T08:00:00Z' };

describe('Moving all documents', () => {
  let folder: string;
  let places: Place[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upgradera-transfer-'));
    places = [];
  });
  afterEach(async function () {
    const failed = this.currentTest?.state === 'failed';
    for (const place of places) await place.drop(failed);
    await rm(folder, { recursive: true, force: true });
  });

  async function made<P extends Place>(place: Promise<P>): Promise<P> {
    places.push(await place);
    return place;
  }

  /** Documents of every kind, odd ones too. */
  async function fill(place: Place): Promise<void> {
    const storage = await place.openStorage();
    await storage.orders.insert(anOrder(waiting));
    await storage.orders.replace(anOrder({ ...waiting, revision: 1 }), 1);
    await storage.quotes.insert(aQuote());
    await storage.conversations.save('a\u0000b \ud800', aConversation(), 0);
    await storage.tenantStates.save('t', { text: '\udfff\u0000', not: 'a tenant' }, 0);
    const attempt = { tenantId: 't', subscriptionId: 's', code: 'HIGH_VOLUME' };
    await storage.firstAttempts.note(attempt, waiting.placedAt, waiting.placedAt);
    await storage.close();
    const engine = await place.openEngine();
    // No order any more, but its quote must stay ordered.
    await engine.create('orders', 'quote-9', { ...anOrder(), state: 'lost' });
    // Open like the first, from a time when a subscription could have two open orders.
    const second = anOrder({ ...waiting, id: 'UPG-00000002', quoteId: 'quote-2' });
    await engine.create('orders', second.quoteId ?? '', second);
    for (let n = 0; n < 300; n += 1) await engine.create('quotes', `q${n}`, aQuote());
    await engine.close();
  }

  async function contents(place: Place): Promise<Record<string, IdentifiedDocument[]>> {
    const engine = await place.openEngine();
    const found = collections.map(async (collection) => {
      const all = await Array.fromAsync(engine.scan(collection));
      return [collection, all.sort((a, b) => (a.id < b.id ? -1 : 1))] as const;
    });
    const result = Object.fromEntries(await Promise.all(found));
    await engine.close();
    return result;
  }

  async function withEngine<T>(place: Place, task: (e: StorageEngine) => Promise<T>): Promise<T> {
    const engine = await place.openEngine();
    try {
      return await task(engine);
    } finally {
      await engine.close();
    }
  }

  async function move(from: Place, to: Place, name: string): Promise<void> {
    const file = join(folder, name);
    const exported = await withEngine(from, (engine) => exportDocuments(engine, file));
    const imported = await withEngine(to, (engine) => importDocuments(engine, file));
    assert.equal(imported, exported);
  }

  it('from files to PostgreSQL and back loses nothing, and what waits is found there', async () => {
    const [files, database] = [await made(LowdbPlace.make()), await made(PostgresPlace.make())];
    const again = await made(LowdbPlace.make());
    await fill(files);
    const before = await contents(files);
    assert.equal(before.orders?.find(({ id }) => id === 'quote-1')?.version, 2);
    await move(files, database, 'there.jsonl');
    assert.deepEqual(await contents(database), before);
    const storage = await database.openStorage();
    const due = await storage.orders.due('2027-01-01T00:00:00Z', 9);
    assert.deepEqual(due.sort(), ['UPG-00000001', 'UPG-00000002']);
    assert.equal((await storage.orders.listByTenant('tenant-1')).length, 2);
    const second = storage.orders.insert(anOrder({ id: 'UPG-00000009', quoteId: 'quote-9' }));
    assert.equal(await second, false);
    await move(database, again, 'back.jsonl');
    assert.deepEqual(await contents(again), before);
  });

  it('writes a file that only its owner may read, and over no other file', async () => {
    const place = await made(LowdbPlace.make());
    await fill(place);
    const file = join(folder, 'export');
    await withEngine(place, (engine) => exportDocuments(engine, file));
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o077, 0);
    const again = withEngine(place, (engine) => exportDocuments(engine, file));
    await assert.rejects(again, { code: 'storage.unavailable' });
  });

  it('imports nothing over what is there', async () => {
    const [from, to] = [await made(LowdbPlace.make()), await made(LowdbPlace.make())];
    await fill(from);
    await withEngine(to, (engine) => engine.create('firstAttempts', 'a', 1));
    await assert.rejects(move(from, to, 'export'), { code: 'storage.not-empty' });
    assert.equal((await contents(to)).quotes?.length, 0);
  });

  for (const [what, damage] of [
    ['cut off within a line', (text: string) => text.slice(0, -40)],
    ['cut off after a line', (text: string) => `${text.split('\n').slice(0, 50).join('\n')}\n`],
    ['without one of its lines', (text: string) => text.split('\n').toSpliced(3, 1).join('\n')],
    ['no export', () => 'hello\n'],
    ['empty', () => ''],
  ] as const) {
    it(`imports nothing from a file that is ${what}`, async () => {
      const [from, to] = [await made(LowdbPlace.make()), await made(LowdbPlace.make())];
      await fill(from);
      const file = join(folder, 'export');
      await withEngine(from, (engine) => exportDocuments(engine, file));
      await writeFile(file, damage(await readFile(file, 'utf8')));
      const importing = withEngine(to, (engine) => importDocuments(engine, file));
      await assert.rejects(importing, { code: 'storage.cut-off' });
      assert.deepEqual(Object.values(await contents(to)).flat(), []);
    });
  }

  for (const [name, make] of [
    ['files', () => LowdbPlace.make()],
    ['PostgreSQL', () => PostgresPlace.make()],
  ] as const) {
    it(`tells which documents can not be understood: ${name}`, async () => {
      const place = await made<Place>(make());
      await fill(place);
      const { sound, faults } = await withEngine(place, (engine) =>
        inspect(engine, backEndSchemas),
      );
      assert.equal(sound, 305);
      assert.equal(faults.length, 2);
      assert.match(faults[0] ?? '', /^orders quote-9: state: /);
      assert.match(faults[1] ?? '', /^tenantStates t: v: /);
    });
  }
});
