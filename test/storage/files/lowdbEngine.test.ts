import assert from 'node:assert/strict';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { documentPath } from '../../../storage/files/documents/documentPaths.ts';
import { LowdbEngine } from '../../../storage/files/lowdbEngine.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { aConversation, anOrder, aQuote, aWatch } from '../../support/storage/samples.ts';
import { engineConformance } from '../conformance.ts';
import { orderConformance } from '../orderConformance.ts';
import { repositoryConformance } from '../repositoryConformance.ts';
import { rowConformance } from '../rowConformance.ts';

const damages: [string, (path: string) => Promise<void>][] = [
  ['torn', async (path) => truncate(path, (await readFile(path)).length - 5)],
  ['empty', (path) => truncate(path, 0)],
  ['edited into nonsense', (path) => writeFile(path, 'hello')],
  ['of another shape', (path) => writeFile(path, '{"version":"1","id":"a"}')],
  ['not UTF-8', (path) => writeFile(path, Buffer.from([0xff, 0xfe, 0x00]))],
];

describe('LowdbEngine', () => {
  engineConformance(() => LowdbPlace.make());
  rowConformance(() => LowdbPlace.make());
});

describe('repositories over lowdb', () => {
  repositoryConformance(() => LowdbPlace.make());
  orderConformance(() => LowdbPlace.make());
});

describe('LowdbEngine and its files', () => {
  let place: LowdbPlace;
  beforeEach(async () => {
    place = await LowdbPlace.make();
  });
  afterEach(() => place.drop());

  async function filesIn(folder: string): Promise<string[]> {
    const entries = await readdir(join(place.folder, folder), {
      recursive: true,
      withFileTypes: true,
    });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  }

  it('keeps each document in a file of its own that people can read', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', '../q', { n: 1 });
    await engine.close();
    const path = documentPath(place.folder, 'quotes', '../q');
    assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), {
      version: 1,
      id: '../q',
      document: { n: 1 },
    });
    assert.deepEqual(await filesIn('quotes'), [path.split(/[\\/]/).at(-1)]);
  });

  it('tells names apart by more than case', async () => {
    const names = ['id', 'ID', 'Id'].map((id) => documentPath('/d', 'quotes', id).toLowerCase());
    assert.equal(new Set(names).size, 3);
  });

  for (const [what, damage] of damages) {
    it(`reports a document that is ${what}, and serves the others`, async () => {
      let engine = await place.openEngine();
      for (const id of ['a', 'b']) await engine.create('quotes', id, id);
      await engine.close();
      await damage(documentPath(place.folder, 'quotes', 'a'));
      engine = await place.openEngine();
      await assert.rejects(engine.read('quotes', 'a'), { code: 'storage.damaged' });
      await assert.rejects(engine.create('quotes', 'a', 1), { code: 'storage.damaged' });
      await assert.rejects(engine.replace('quotes', 'a', 1, 1), { code: 'storage.damaged' });
      assert.deepEqual(await engine.read('quotes', 'b'), { document: 'b', version: 1 });
      const found = await Array.fromAsync(engine.scan('quotes'));
      assert.deepEqual(found, [{ id: 'b', document: 'b', version: 1 }]);
      assert.equal(place.warnings[0]?.details.code, 'storage.damaged');
    });

    it(`begins a conversation anew that is ${what}, and keeps the file`, async () => {
      let storage = await place.openStorage();
      await storage.conversations.save('a', aConversation(), 0);
      await storage.close();
      await damage(documentPath(place.folder, 'conversations', 'a'));
      storage = await place.openStorage();
      assert.equal(await storage.conversations.load('a'), undefined);
      assert.equal(await storage.conversations.save('a', aConversation(), 0), 1);
      const aside = (await filesIn('conversations')).filter((name) => name.includes('.damaged-'));
      assert.equal(aside.length, 1);
      assert.equal(place.warnings.length, 1);
      assert.equal(place.warnings[0]?.details.code, 'storage.damaged');
    });
  }

  it('sets a conversation aside that another version of the program wrote', async () => {
    const engine = await place.openEngine();
    await engine.create('conversations', 'a', { ...aConversation(), v: 2 });
    await engine.create('quotes', 'quote-1', { ...aQuote(), dueToday: 1.5 });
    await engine.close();
    const storage = await place.openStorage();
    assert.equal(await storage.conversations.load('a'), undefined);
    assert.equal(await storage.quotes.get('quote-1'), undefined);
    assert.match(String(place.warnings[0]?.details.reason), /"v"/);
    assert.match(String(place.warnings[1]?.details.reason), /dueToday/);
  });

  it('takes no file that it can not reach for one that is not there', async () => {
    const path = documentPath(place.folder, 'quotes', 'a');
    await mkdir(dirname(path), { recursive: true });
    await symlink(path, path);
    const engine = await place.openEngine();
    const unreachable = { code: 'storage.unavailable' };
    await assert.rejects(engine.read('quotes', 'a'), unreachable);
    await assert.rejects(engine.create('quotes', 'a', aQuote()), unreachable);
  });

  it('takes a file that was copied to another name for damaged', async () => {
    let engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    await engine.close();
    const copy = documentPath(place.folder, 'quotes', 'b');
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(documentPath(place.folder, 'quotes', 'a'), copy);
    engine = await place.openEngine();
    await assert.rejects(engine.read('quotes', 'b'), { code: 'storage.damaged' });
  });

  for (const [what, damage] of [
    ...damages,
    [
      'without a state',
      async (path: string) => {
        const text = await readFile(path, 'utf8');
        await writeFile(path, text.replace('"state":"placed"', '"state":"lost"'));
      },
    ],
  ] as typeof damages) {
    it(`never makes a second order of the quote whose order is ${what}`, async () => {
      let storage = await place.openStorage();
      await storage.orders.insert(anOrder({ nextCheckAt: '2026-03-01T09:00:00Z' }));
      const other = anOrder({ id: 'UPG-00000002', quoteId: 'quote-2' });
      await storage.orders.insert(other);
      await storage.close();
      await damage(documentPath(place.folder, 'orders', 'quote-1'));
      storage = await place.openStorage();
      assert.equal(place.warnings.length, 1);
      assert.equal(place.warnings[0]?.details.code, 'storage.damaged');
      assert.deepEqual(await storage.orders.listByTenant('tenant-1'), [other]);
      assert.equal(await storage.orders.nextDue(), undefined);
      const again = storage.orders.insert(anOrder({ id: 'UPG-00000003' }));
      const answer = await again.catch((error) => error.code);
      assert.ok([false, 'storage.damaged'].includes(answer), String(answer));
      const found = storage.orders.findByQuote('quote-1');
      await assert.rejects(found, { code: 'storage.damaged' });
    });
  }

  it('asks nobody to look again at an order that can not be read any more', async () => {
    let storage = await place.openStorage();
    await storage.orders.insert(anOrder({ nextCheckAt: '2026-03-01T09:00:00Z' }));
    await storage.close();
    storage = await place.openStorage();
    await truncate(documentPath(place.folder, 'orders', 'quote-1'), 0);
    await assert.rejects(storage.orders.get('UPG-00000001'), { code: 'storage.damaged' });
    assert.equal(place.warnings[0]?.details.row, 'UPG-00000001');
    assert.equal(await storage.orders.nextDue(), undefined);
    assert.deepEqual(await storage.orders.listByTenant('tenant-1'), []);
  });

  it('leaves a watch that can not be read any more where it is', async () => {
    let storage = await place.openStorage();
    await storage.watches.insert(aWatch({ nextCheckAt: '2026-03-01T09:00:00Z' }));
    await storage.close();
    storage = await place.openStorage();
    await truncate(documentPath(place.folder, 'watches', 'watch-1'), 0);
    await assert.rejects(storage.watches.get('watch-1'), { code: 'storage.damaged' });
    assert.equal(await storage.watches.get('watch-1'), undefined);
    assert.equal(await storage.watches.nextDue(), undefined);
    assert.deepEqual(await storage.watches.listByTenant('tenant-1'), []);
    assert.equal((await filesIn('watches')).length, 1);
  });

  it('reads no conversation when it opens', async () => {
    let storage = await place.openStorage();
    await storage.conversations.save('a', aConversation(), 0);
    await storage.close();
    await truncate(documentPath(place.folder, 'conversations', 'a'), 0);
    storage = await place.openStorage();
    assert.deepEqual(place.warnings, []);
    assert.equal(await storage.ready(), true);
  });

  it('removes what a killed process had half written', async () => {
    const engine = await place.openEngine();
    await engine.close();
    await writeFile(join(place.folder, '.staging', 'half'), '{"versi');
    await place.openEngine();
    assert.deepEqual(await filesIn('.staging'), []);
  });

  it('leaves nothing in staging after a thousand writes', async () => {
    const engine = await place.openEngine();
    const ids = Array.from({ length: 1000 }, (_, n) => `q${n}`);
    assert.deepEqual(
      new Set(await Promise.all(ids.map((id) => engine.create('quotes', id, id)))),
      new Set([true]),
    );
    await engine.close();
    assert.deepEqual(await filesIn('.staging'), []);
    assert.equal((await filesIn('quotes')).length, 1000);
  });

  it('lets only its own user read what it wrote', async function () {
    if (process.platform === 'win32') this.skip();
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    const [journal = ''] = (await readdir(place.folder)).filter((name) =>
      name.startsWith('journal'),
    );
    assert.equal((await stat(join(place.folder, journal))).mode & 0o077, 0);
    await engine.close();
    const { mode } = await stat(documentPath(place.folder, 'quotes', 'a'));
    assert.equal(mode & 0o077, 0);
  });

  it('is not ready when its folder is gone, and tells why', async () => {
    const storage = await place.openStorage();
    await rm(place.folder, { recursive: true });
    assert.equal(await storage.ready(), false);
    assert.match(String(place.warnings[0]?.details.err), /storage\.unavailable.*ENOENT/);
  });

  it('tells in our words when its folder can not be made', async () => {
    const file = join(place.folder, 'file');
    await writeFile(file, '');
    const opening = LowdbEngine.open(join(file, 'data'), place.log, {});
    await assert.rejects(opening, { code: 'storage.unavailable' });
  });
});
