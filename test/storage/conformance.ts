/** What every engine must hold, whatever it keeps its documents in. */
import assert from 'node:assert/strict';
import type { IdentifiedDocument, StorageEngine } from '../../storage/contract/engine.ts';
import { dropAfter, type Place } from '../support/storage/place.ts';

const oddIds = [
  'a',
  'A',
  'å',
  'a\u030a',
  '../../outside',
  '..',
  '.',
  '/',
  'a/b\\c',
  'msteams|19:abc@thread.v2|29:1x',
  'CON',
  'nul.json',
  ' ',
  'a ',
  'a\u0000b',
  '\ud800',
  '\udfff',
  '*?"<>:',
  '🙂'.repeat(40),
  'x'.repeat(600),
  'X'.repeat(600),
];

export function engineConformance(makePlace: () => Promise<Place>): void {
  let place: Place;
  let engine: StorageEngine;

  beforeEach(async () => {
    place = await makePlace();
    engine = await place.openEngine();
  });
  afterEach(dropAfter(() => place));

  async function reopen(): Promise<void> {
    await engine.close();
    engine = await place.openEngine();
  }

  it('knows nothing of a document that was never written', async () => {
    assert.equal(await engine.read('quotes', 'a'), undefined);
  });

  it('counts the versions of a document from 1', async () => {
    assert.equal(await engine.create('quotes', 'a', { n: 1 }), true);
    assert.deepEqual(await engine.read('quotes', 'a'), { document: { n: 1 }, version: 1 });
    assert.equal(await engine.replace('quotes', 'a', { n: 2 }, 1), 2);
    assert.deepEqual(await engine.read('quotes', 'a'), { document: { n: 2 }, version: 2 });
  });

  it('creates no document twice', async () => {
    await engine.create('quotes', 'a', 'first');
    assert.equal(await engine.create('quotes', 'a', 'second'), false);
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 'first', version: 1 });
  });

  for (const [what, version] of [
    ['an old version', 1],
    ['a version that is still to come', 3],
    ['version 0', 0],
  ] as const) {
    it(`refuses to replace ${what}, and changes nothing`, async () => {
      await engine.create('quotes', 'a', 1);
      await engine.replace('quotes', 'a', 2, 1);
      const refused = engine.replace('quotes', 'a', 'wrong', version);
      await assert.rejects(refused, { code: 'storage.conflict' });
      assert.deepEqual(await engine.read('quotes', 'a'), { document: 2, version: 2 });
    });
  }

  it('refuses to replace what does not exist', async () => {
    await assert.rejects(engine.replace('quotes', 'a', 1, 1), { code: 'storage.conflict' });
    assert.equal(await engine.read('quotes', 'a'), undefined);
  });

  it('lets exactly one of 50 simultaneous writers create a document', async () => {
    const writers = Array.from({ length: 50 }, (_, n) => engine.create('orders', 'a', n));
    const created = await Promise.all(writers);
    assert.deepEqual(
      created.filter((won) => won),
      [true],
    );
    assert.deepEqual(await engine.read('orders', 'a'), {
      document: created.indexOf(true),
      version: 1,
    });
  });

  it('lets exactly one of 50 simultaneous writers replace a version', async () => {
    await engine.create('orders', 'a', 'first');
    const writers = Array.from({ length: 50 }, (_, n) => engine.replace('orders', 'a', n, 1));
    const replaced = await Promise.allSettled(writers);
    const winners = replaced.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
    const losers = replaced.flatMap((r) => (r.status === 'rejected' ? [r.reason.code] : []));
    assert.equal(winners.length, 1);
    assert.deepEqual(new Set(losers), new Set(['storage.conflict']));
    assert.deepEqual(await engine.read('orders', 'a'), { document: winners[0], version: 2 });
  });

  it('shows a reader whole documents only, however fast they are replaced', async () => {
    const whole = (n: number) => ({ n, text: `${n} `.repeat(20_000) });
    await engine.create('orders', 'a', whole(1));
    let writing = true;
    const seen: unknown[] = [];
    const reader = (async () => {
      while (writing) seen.push((await engine.read('orders', 'a'))?.document);
    })();
    // Until both have met: a reader's first connection may take longer than fifteen writes.
    for (let n = 2; n <= 15 || seen.length < 2; n += 1) {
      await engine.replace('orders', 'a', whole(n), n - 1);
    }
    writing = false;
    await reader;
    for (const document of seen) assert.deepEqual(document, whole((document as { n: number }).n));
  });

  it('keeps odd ids apart, also after a restart', async () => {
    for (const id of oddIds) assert.equal(await engine.create('conversations', id, id), true, id);
    await reopen();
    for (const id of oddIds) {
      assert.deepEqual(await engine.read('conversations', id), { document: id, version: 1 });
    }
    const found = await all(engine.scan('conversations'));
    assert.deepEqual(found.map(({ id }) => id).sort(), oddIds.toSorted());
  });

  it('keeps the same id in two collections apart', async () => {
    await engine.create('quotes', 'a', 'quote');
    assert.equal(await engine.create('orders', 'a', 'order'), true);
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 'quote', version: 1 });
  });

  it('gives back what JSON can hold, exactly', async () => {
    const document = {
      text: 'Åäö "quoted"\n\u2028🙂',
      refusedByOthers: ['a\u0000b', '\ud800', '\udfff'],
      numbers: [0, -1, 1e21, 0.1],
      empty: [{}, [], '', null, false],
      '\u0000': 1,
      __proto__x: { constructor: 'c', toString: 't' },
    };
    await engine.create('tenantStates', 'a', document);
    await reopen();
    assert.deepEqual((await engine.read('tenantStates', 'a'))?.document, document);
  });

  it('keeps documents from changes of those who wrote or read them', async () => {
    const document = { list: [1] };
    await engine.create('orders', 'a', document);
    tryToPush(document.list);
    const read = (await engine.read('orders', 'a')) as { document: typeof document } | undefined;
    tryToPush(read?.document.list);
    assert.deepEqual(await engine.read('orders', 'a'), { document: { list: [1] }, version: 1 });
  });

  it('finds a document that was missed before it was made', async () => {
    assert.equal(await engine.read('orders', 'a'), undefined);
    assert.equal(await engine.read('orders', 'a'), undefined);
    await engine.create('orders', 'a', 1);
    assert.deepEqual(await engine.read('orders', 'a'), { document: 1, version: 1 });
  });

  it('counts on after a restart', async () => {
    await engine.create('orders', 'a', 1);
    await engine.replace('orders', 'a', 2, 1);
    await reopen();
    assert.deepEqual(await engine.read('orders', 'a'), { document: 2, version: 2 });
    await assert.rejects(engine.replace('orders', 'a', 3, 1), { code: 'storage.conflict' });
    assert.equal(await engine.replace('orders', 'a', 3, 2), 3);
  });

  it('scans one collection with the versions of its documents', async () => {
    assert.deepEqual(await all(engine.scan('orders')), []);
    await engine.create('quotes', 'q', 1);
    for (let n = 0; n < 20; n += 1) await engine.create('orders', `o${n}`, n);
    await engine.replace('orders', 'o3', 'changed', 1);
    const found = await all(engine.scan('orders'));
    assert.equal(found.length, 20);
    assert.deepEqual(
      found.find(({ id }) => id === 'o3'),
      { id: 'o3', document: 'changed', version: 2 },
    );
  });

  it('sets a faulty document aside, and frees its id', async () => {
    await engine.create('conversations', 'a', 'nonsense');
    await engine.setAside('conversations', 'a', () => 'not a conversation');
    assert.equal(await engine.read('conversations', 'a'), undefined);
    assert.deepEqual(await all(engine.scan('conversations')), []);
    assert.equal(await engine.create('conversations', 'a', 'sense'), true);
  });

  it('sets nothing aside that is sound by now, or gone', async () => {
    await engine.create('conversations', 'a', 'sense');
    await engine.setAside('conversations', 'a', () => undefined);
    await engine.setAside('conversations', 'b', () => 'never asked');
    assert.deepEqual(await engine.read('conversations', 'a'), { document: 'sense', version: 1 });
  });

  it('leaves nothing behind when it checks itself', async () => {
    await engine.create('quotes', 'a', 1);
    await engine.check();
    await reopen();
    assert.equal((await all(engine.scan('quotes'))).length, 1);
  });

  it('finishes what was begun when it closes, and begins nothing more', async () => {
    const begun = Array.from({ length: 100 }, (_, n) => engine.create('quotes', `q${n}`, n));
    await engine.close();
    await engine.close();
    assert.deepEqual(new Set(await Promise.all(begun)), new Set([true]));
    await assert.rejects(engine.read('quotes', 'q1'), { code: 'storage.unavailable' });
    await assert.rejects(engine.create('quotes', 'late', 1), { code: 'storage.unavailable' });
    engine = await place.openEngine();
    assert.equal((await all(engine.scan('quotes'))).length, 100);
  });
}

/** What is shared among readers may be frozen. */
function tryToPush(list: number[] | undefined): void {
  if (!Object.isFrozen(list)) list?.push(2);
}

async function all(found: AsyncIterable<IdentifiedDocument>): Promise<IdentifiedDocument[]> {
  return await Array.fromAsync(found);
}
