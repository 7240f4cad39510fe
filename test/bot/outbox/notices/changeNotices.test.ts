import assert from 'node:assert/strict';
import { ChangeNotices } from '../../../../bot/outbox/notices/changeNotices.ts';
import { OwedNotices } from '../../../../bot/outbox/owedNotices.ts';
import { UpgraderaError } from '../../../../commerce/base/errors.ts';
import { tick } from '../../../../commerce/manualChange/changes.ts';
import { ChangeWatcher } from '../../../../commerce/manualChange/changeWatcher.ts';
import type { ManualChange } from '../../../../commerce/manualChange/manualChange.ts';
import { waitingKinds } from '../../../../storage/contract/waitingKinds.ts';
import { aChange } from '../../../commerce/manualChange/changes.ts';
import { chatKey, NoticeDesk } from '../../../support/bot/noticeDesk.ts';
import { catalog, firstInstant, tenantId } from '../../../support/tenant/simulatedTenant.ts';

const id = 'CHG-7K3M9QX2';
const start = firstInstant.toString();

/** Bought, as somebody says, and looked for since the first moment. */
const waiting: ManualChange = {
  ...tick(aChange({ conversation: chatKey }), 'buy', 'told', { now: start }),
  waitsSince: start,
  nextCheckAt: start,
};

describe('A plan that was bought', () => {
  let desk: NoticeDesk;
  let watcher: ChangeWatcher;
  /** Licences of the new plan that the seller shows; undefined: it does not answer. */
  let shown: number | undefined;

  beforeEach(async () => {
    desk = await NoticeDesk.open();
    shown = 0;
    const { sandbox } = desk.tenant;
    const subscriptions = async () => {
      if (shown === undefined) throw new UpgraderaError('upstream.unavailable');
      const owned = await sandbox.subscriptions(tenantId);
      const bought = { ...owned[0]!, id: 'new', skuId: waiting.targetSkuId, quantity: shown };
      return shown > 0 ? [...owned, bought] : owned;
    };
    watcher = new ChangeWatcher({
      manualChanges: desk.storage.manualChanges,
      seller: { subscriptions },
      directory: sandbox,
      clock: sandbox,
      now: desk.now,
    });
    await desk.storage.manualChanges.insert(waiting);
  });
  afterEach(() => desk.close());

  const stored = async () => (await desk.storage.manualChanges.get(id))!.value;
  const minutesUntilNext = async (): Promise<number | undefined> => {
    const { nextCheckAt } = await stored();
    return nextCheckAt === undefined ? undefined : desk.now().until(nextCheckAt).total('minutes');
  };

  it('is looked for every two minutes, then seldom, and is said to be late once', async () => {
    await watcher.step(id);
    assert.equal(await minutesUntilNext(), 2);
    for (let half = 0; half < 2; half += 1) {
      desk.tenant.pass({ minutes: 30 });
      await watcher.step(id);
      assert.equal(await minutesUntilNext(), 15);
    }
    const { notices } = await stored();
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['late'],
    );
  });

  it('is told once when it is there with enough licences, also after a crash', async () => {
    shown = 21;
    await watcher.step(id);
    assert.deepEqual((await stored()).notices, []);
    shown = 22;
    await watcher.step(id);
    await watcher.step(id);
    assert.equal(await minutesUntilNext(), undefined);
    await desk.restart();
    const source = new ChangeNotices({ catalog });
    const kind = waitingKinds.manualChanges;
    const owed = new OwedNotices(kind, desk.storage.manualChanges, source);
    const sender = desk.senderOf('manualChanges', owed);
    await sender.deliver(id);
    await sender.deliver(id);
    assert.equal(desk.teams.cards.length, 1);
    assert.match(JSON.stringify(desk.teams.lastCard('notice').json), /Your new plan is there/);
  });

  it('is looked for no longer after two weeks, and that is told', async () => {
    desk.tenant.pass({ hours: 14 * 24 });
    await watcher.step(id);
    assert.equal(await minutesUntilNext(), undefined);
    assert.deepEqual(
      (await stored()).notices.map(({ kind }) => kind),
      ['notCome'],
    );
    assert.equal((await stored()).state, 'open');
  });

  it('is looked for on when the seller does not answer', async () => {
    shown = undefined;
    assert.equal(((await watcher.step(id)) as UpgraderaError).code, 'upstream.unavailable');
    assert.equal(await minutesUntilNext(), 15);
  });

  it('is looked for no longer once the change is given up', async () => {
    const { version } = (await desk.storage.manualChanges.get(id))!;
    const { nextCheckAt: _, ...stopped } = waiting;
    await desk.storage.manualChanges.replace({ ...stopped, state: 'stopped' }, version);
    assert.equal(await watcher.step(id), undefined);
    assert.deepEqual((await stored()).notices, []);
  });
});
