import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Order } from '../../../commerce/model/order.ts';
import { dropAfter, LowdbPlace } from '../../support/storage/place.ts';
import { anOrder, aQuote } from '../../support/storage/samples.ts';

const project = join(import.meta.dirname, '../../..');
const { id } = anOrder();
const { soldTo, billedTo } = aQuote();
const confirmed = { soldTo, billedTo, unitPrice: 1, forfeit: 0, until: '2099-01-01T00:00:00Z' };
const waiting = anOrder({
  nextCheckAt: '2026-03-01T09:00:00Z',
  confirmed,
  attempts: { count: 0 },
});
const unclear = anOrder({
  id: 'UPG-00000003',
  quoteId: 'quote-3',
  subscriptionId: 'subscription-3',
  nextCheckAt: '2026-03-01T09:00:00Z',
  unclearSince: '2026-03-01T09:00:00Z',
});
const told = (status: Order['notices'][number]['status']): Order => ({
  ...anOrder({ state: 'completed', id: 'UPG-00000002', quoteId: 'quote-2' }),
  notices: [{ kind: 'completed', conversation: 'c', status, at: '2026-03-01T09:00:00Z' }],
});

describe('npm run orders', () => {
  let place: LowdbPlace;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    const { orders, close } = await place.openStorage();
    await orders.insert(waiting);
    await orders.insert(told('ambiguous'));
    await close();
  });
  afterEach(dropAfter(() => place));

  function run(...args: string[]) {
    const env = { PATH: process.env.PATH, DATA_DIR: place.folder };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bot/tools/ordersTool.ts', ...args],
      {
        cwd: project,
        env,
        encoding: 'utf8',
      },
    );
    return { status, said: stdout.trim(), told: stderr.trim() };
  }
  async function stored(reference: string): Promise<Order | undefined> {
    const { orders, close } = await place.openStorage();
    const found = await orders.get(reference);
    await close();
    return found?.value;
  }

  it('list tells what is open, a line each', () => {
    const { status, said } = run('list');
    const [header, ...lines] = said.split('\n');
    assert.equal(status, 0);
    assert.match(header ?? '', /^order\tstate\t/);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', new RegExp(`^${id}\tplaced\t.*\t2026-03-01T09:00:00Z\t0\t0\t`));
  });

  it('show prints an order, however its reference is written', () => {
    const { status, said } = run('show', id.toLowerCase());
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(said), JSON.parse(JSON.stringify(waiting)));
  });

  it('audit prints the history of all orders as JSON lines', () => {
    const entries = run('audit')
      .said.split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(new Set(entries.map(({ order }) => order)), new Set([id, 'UPG-00000002']));
    for (const entry of entries) assert.ok(entry.event && entry.at && entry.by && entry.tenant);
  });

  it('retry has an open order looked at at once, and says so in its history', async () => {
    assert.equal(run('retry', id).status, 0);
    const order = await stored(id);
    assert.ok(Temporal.Instant.compare(order?.nextCheckAt ?? '', '2026-11-01T00:00:00Z') > 0);
    assert.deepEqual(
      [order?.audit.at(-1)?.event, order?.audit.at(-1)?.by],
      ['operator.retry', 'operator'],
    );
  });

  it('retry leaves an order alone that is at its end', async () => {
    const { status, said } = run('retry', 'UPG-00000002');
    assert.equal(status, 1);
    assert.match(said, /at its end \(completed\)/);
    assert.deepEqual((await stored('UPG-00000002'))?.audit, told('sent').audit);
  });

  it('resend owes the newest message again, once', async () => {
    assert.equal(run('resend', 'UPG-00000002').status, 0);
    assert.equal((await stored('UPG-00000002'))?.notices[0]?.status, 'pending');
    const again = run('resend', 'UPG-00000002');
    assert.deepEqual([again.status, /on its way already/.test(again.said)], [1, true]);
  });

  it('end and link say what people have found out about an order of which nobody knew', async () => {
    const { orders, close } = await place.openStorage();
    await orders.insert(unclear);
    await close();
    assert.equal(run('link', unclear.id).status, 1);
    assert.equal(run('link', unclear.id, 'operation-1').status, 0);
    const { operationId, unclearSince, audit } = (await stored(unclear.id))!;
    assert.deepEqual([operationId, unclearSince], ['operation-1', undefined]);
    assert.equal(audit.at(-1)?.event, 'operator.link');
    for (const reference of [unclear.id, id]) {
      const { status, said } = run('end', reference);
      assert.deepEqual([status, /there is no doubt/.test(said)], [1, true]);
    }
  });

  it('end frees the subscription of an order that the service has not', async () => {
    const { orders, close } = await place.openStorage();
    await orders.insert(unclear);
    await close();
    assert.equal(run('end', unclear.id).status, 0);
    const { state, audit } = (await stored(unclear.id))!;
    assert.deepEqual([state, audit.at(-1)?.by], ['lapsed', 'operator']);
  });

  it('reconcile asks the service and writes down what it says', async () => {
    const { status, said } = run('reconcile', id);
    assert.equal(status, 0, said);
    assert.match(said, new RegExp(`^${id}: placed → failed, at the sales service: -\\.$`));
    assert.equal((await stored(id))?.failureCode, 'SubscriptionNotFound');
  });

  for (const args of [[], ['show'], ['toString', id], ['delete', id]]) {
    it(`explains itself to ${args.join(' ') || 'no command'}`, () => {
      const { status, told: explained } = run(...args);
      assert.equal(status, 1);
      assert.match(explained, /^Say what to do: npm run orders/);
    });
  }

  it('says that a text is no reference', () => {
    const { status, told: explained } = run('show', 'nonsense');
    assert.equal(status, 1);
    assert.match(explained, /^“nonsense” is not the reference of an order/);
  });

  it('ends quietly when nobody reads on', async () => {
    const env = { PATH: process.env.PATH, DATA_DIR: place.folder };
    const child = spawn(process.execPath, ['bot/tools/ordersTool.ts', 'audit'], {
      cwd: project,
      env,
    });
    child.stdout.destroy();
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    assert.deepEqual([status, said], [0, '']);
  });

  it('names a folder that does not exist, and does not make it', () => {
    const folder = `${place.folder}-mistyped`;
    const env = { PATH: process.env.PATH, DATA_DIR: folder };
    const { status, stderr } = spawnSync(process.execPath, ['bot/tools/ordersTool.ts', 'list'], {
      cwd: project,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^There is no folder .*-mistyped, /);
    assert.equal(existsSync(folder), false);
  });

  it('names an order that does not exist', () => {
    const { status, said } = run('show', 'UPG-99999999');
    assert.deepEqual([status, said], [1, 'There is no order UPG-99999999 here.']);
  });
});
