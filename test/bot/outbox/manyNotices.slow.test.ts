import assert from 'node:assert/strict';
import { WakeTimer } from '../../../bot/outbox/wakeTimer.ts';
import { LocalWorkQueue } from '../../../storage/files/localWorkQueue.ts';
import { chatKey, completed, NoticeDesk } from '../../support/bot/noticeDesk.ts';
import { crowd, FakeTime } from '../../support/process/fakeTime.ts';
import { keptLog } from '../../support/process/logLines.ts';
import type { ConnectorRequest } from '../../support/teams/connectorService.ts';

const idOf = (n: number) => `UPG-${String(n).padStart(8, '0')}`;

/** The timer, the sender and the channel together. */
describe('Many notices at once', () => {
  let time: FakeTime;
  let desk: NoticeDesk;
  let timer: WakeTimer;

  beforeEach(async () => {
    time = new FakeTime();
    desk = await NoticeDesk.open(time.now);
    const { orders } = desk.storage;
    timer = new WakeTimer({
      kind: 'orders',
      rows: orders,
      worker: { step: async () => undefined },
      sender: desk.sender,
      workQueue: new LocalWorkQueue(),
      now: time.now,
      metrics: desk.metrics,
      log: keptLog().log,
    });
  });
  afterEach(async () => {
    await time.during(timer.stop());
    time.restore();
    await desk.close();
  });

  const owe = (n: number, conversation: string, tenantId = 'tenant-1') =>
    desk.owe({
      id: idOf(n),
      quoteId: `quote-${n}`,
      tenantId,
      conversation,
      notices: [{ ...completed, conversation }],
    });
  const all = (count: number, make: (n: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, (_, n) => make(n)));
  const sent = (): readonly ConnectorRequest[] => desk.teams.requests;
  const times = () => sent().map(({ at }) => at);
  const untilSent = async (count: number, seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds && sent().length < count; passed += 1) {
      await time.pass(1_000);
    }
  };

  it('a hundred in one conversation all arrive, once each, as fast as Teams allows', async () => {
    await all(100, (n) => owe(n, chatKey));
    await timer.start();
    await untilSent(100, 90);
    await time.pass(5_000);
    assert.equal(desk.teams.cards.length, 100);
    assert.equal(await desk.counted('sent'), 100);
    const seen = times();
    assert.ok(crowd(seen, 1_000) <= 7, `${crowd(seen, 1_000)} in a second`);
    assert.ok(crowd(seen, 2_000) <= 8, `${crowd(seen, 2_000)} in two seconds`);
    assert.ok(crowd(seen, 30_000) <= 60, `${crowd(seen, 30_000)} in thirty seconds`);
    assert.ok(Math.max(...seen) - Math.min(...seen) < 60_000);
  });

  it('five hundred in one tenant all arrive, once each, at most thirty a second', async () => {
    await all(500, async (n) => {
      await desk.addChat(`chat-${n}`);
      await owe(n, `chat-${n}`);
    });
    await timer.start();
    await untilSent(500, 60);
    await time.pass(5_000);
    assert.equal(desk.teams.cards.length, 500);
    assert.equal(await desk.counted('sent'), 500);
    const seen = times();
    assert.ok(crowd(seen, 1_000) <= 30, `${crowd(seen, 1_000)} in a second`);
    assert.ok(Math.max(...seen) - Math.min(...seen) < 30_000);
  });

  it('hold up nobody else’s', async () => {
    await desk.addChat('calm', undefined, desk.teams, { tenantId: 'tenant-2' });
    await all(100, (n) => owe(n, chatKey));
    await timer.start();
    await time.pass(2_000);
    await owe(200, 'calm', 'tenant-2');
    timer.wake();
    await time.pass(500);
    const [notice] = (await desk.storage.orders.get(idOf(200)))!.value.notices;
    assert.equal(notice?.status, 'sent');
  });

  it('are not held up by a call that hangs, which counts as ambiguous in the end', async () => {
    await owe(1, chatKey);
    desk.teams.fail({ cut: 'hang' });
    await timer.start();
    await time.pass(500);
    await owe(2, chatKey);
    timer.wake();
    await time.pass(1_000);
    const statusOf = async (n: number) =>
      (await desk.storage.orders.get(idOf(n)))!.value.notices[0]?.status;
    assert.deepEqual([await statusOf(1), await statusOf(2)], ['sending', 'sent']);
    await time.pass(11_000);
    assert.equal(await statusOf(1), 'ambiguous');
    assert.equal(sent().length, 2);
  });
});
