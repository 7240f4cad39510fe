import assert from 'node:assert/strict';
import sinon from 'sinon';
import { judge } from '../../../bot/turn/grants.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { NoticeStatus } from '../../../commerce/model/notice.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import { setMuted } from '../../../commerce/order/mute.ts';
import { localiser } from '../../../locales/localiser.ts';
import { chatKey, completed, NoticeDesk, orderId } from '../../support/bot/noticeDesk.ts';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import { textOf } from '../../support/teams/cardText.ts';
import type { Fault } from '../../support/teams/connectorService.ts';

describe('A notice', () => {
  let desk: NoticeDesk;
  const deliver = () => desk.sender.deliver(orderId);

  beforeEach(async () => {
    desk = await NoticeDesk.open();
  });
  afterEach(async () => {
    sinon.restore();
    await desk.close();
  });

  it('arrives once', async () => {
    await desk.owe({ notices: [completed] });
    await deliver();
    await deliver();
    const cards = desk.teams.cards.map((card) => card.id);
    assert.deepEqual(cards, ['notice']);
    assert.deepEqual(await desk.statuses(), ['sent']);
    assert.equal(await desk.counted('sent'), 1);
  });

  it('arrives in the order in which it happened, each once', async () => {
    const kinds = ['creditCheckStarted', 'creditCheckApproved', 'completed'] as const;
    await desk.owe({
      notices: kinds.map((kind, index) => ({
        ...completed,
        kind,
        status: index === 0 ? 'sent' : 'pending',
      })),
    });
    await deliver();
    const l = localiser('en-US');
    const [first, second, third] = desk.teams.cards.map(textOf);
    assert.ok(first?.includes(l.t('cards.notice.creditCheckApproved.title')));
    assert.ok(second?.includes(l.t('cards.notice.completed.title')));
    assert.equal(third, undefined);
  });

  it('says that the order is simulated where its tenant is, and only there', async () => {
    const said = async (tenantId: string): Promise<boolean> => {
      desk.simulatedTenant = tenantId;
      await changeOrder(desk.storage.orders, orderId, (order) => ({
        ...order,
        notices: [...order.notices, completed],
      }));
      await deliver();
      const line = localiser('en-US').t('cards.common.simulated');
      return textOf(desk.teams.lastCard('notice')).split('\n').includes(line);
    };
    await desk.owe({});
    assert.equal(await said('tenant-1'), true);
    assert.equal(await said('tenant-2'), false);
  });

  it('speaks the language of the conversation', async () => {
    const { value, version } = (await desk.storage.conversations.load(chatKey))!;
    const swedish = { ...value, chosenLocale: 'sv-SE' };
    await desk.storage.conversations.save(chatKey, swedish, version);
    await desk.owe({ notices: [completed] });
    await deliver();
    const title = localiser('sv-SE').t('cards.notice.completed.title');
    assert.ok(textOf(desk.teams.lastCard('notice')).includes(title));
  });

  it('has a button that works, for everybody in the conversation', async () => {
    await desk.owe({ notices: [completed] });
    await deliver();
    const [button] = buttonsOf(desk.teams.lastCard('notice').json);
    const submission = { v: 1 as const, verb: 'order.refresh' as const };
    const token = String(button?.data?.token);
    const press = { submission: { ...submission, token }, inputs: {}, execute: true };
    const by = { userId: 'user-2', now: desk.now() };
    const judgement = judge(await desk.conversation(), press, by);
    assert.ok('allowed' in judgement);
    assert.equal(judgement.allowed.subject.orderId, orderId);
  });

  it('is marked as being sent before it leaves', async () => {
    await desk.owe({ notices: [completed] });
    let before: NoticeStatus[] = [];
    sinon.stub(desk.adapter, 'continueConversation').callsFake(async () => {
      before = await desk.statuses();
    });
    await deliver();
    assert.deepEqual(before, ['sending']);
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('is ambiguous after a crash in the middle of sending, and never sent again', async () => {
    await desk.owe({ notices: [completed] });
    // The process ends here: nothing that comes after is written.
    sinon.stub(desk.adapter, 'continueConversation').callsFake(async () => {
      sinon.stub(desk.storage.orders, 'replace').rejects(new UpgraderaError('storage.unavailable'));
    });
    await assert.rejects(deliver(), { code: 'storage.unavailable' });
    sinon.restore();
    await desk.restart();
    assert.deepEqual(await desk.statuses(), ['sending']);
    await deliver();
    await deliver();
    assert.deepEqual(await desk.statuses(), ['ambiguous']);
    assert.equal(desk.teams.requests.length, 0);
    assert.deepEqual(await desk.storage.orders.undelivered(8), []);
  });

  it('stays owed when something fails before it leaves', async () => {
    await desk.owe({ notices: [completed] });
    const outage = new UpgraderaError('upstream.unavailable');
    const account = sinon.stub(desk.tenant.sandbox, 'billingAccount').rejects(outage);
    await assert.rejects(deliver(), outage);
    assert.deepEqual(await desk.statuses(), ['pending']);
    account.restore();
    await deliver();
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  const failures: [what: string, fault: Fault, then: NoticeStatus][] = [
    ['refused for what it is (400)', { status: 400 }, 'undeliverable'],
    ['answered with 500', { status: 500 }, 'ambiguous'],
    ['answered with 502', { status: 502 }, 'ambiguous'],
    ['answered with 504', { status: 504 }, 'ambiguous'],
    ['answered with 408', { status: 408 }, 'ambiguous'],
    ['cut off after it arrived', { cut: 'reset', delivered: true }, 'ambiguous'],
    ['cut off before it arrived', { cut: 'reset' }, 'ambiguous'],
  ];
  for (const [what, fault, then] of failures) {
    it(`that was ${what} is ${then} and not sent again`, async () => {
      await desk.owe({ notices: [completed] });
      desk.teams.fail(fault);
      await deliver();
      await deliver();
      assert.deepEqual(await desk.statuses(), [then]);
      assert.equal(desk.calls('POST'), 1);
      assert.equal(await desk.counted(then), 1);
    });
  }

  it('does not stop the next one by failing', async () => {
    await desk.owe({ notices: [{ ...completed, kind: 'creditCheckApproved' }, completed] });
    desk.teams.fail({ status: 500 });
    await deliver();
    assert.deepEqual(await desk.statuses(), ['ambiguous', 'sent']);
  });

  it('that was not posted because something else went on there (412) is sent a little later', async () => {
    await desk.owe({ notices: [completed] });
    desk.teams.fail({ status: 412, code: 'PreconditionFailed' });
    await deliver();
    assert.deepEqual(await desk.statuses(), ['pending']);
    assert.equal(await desk.counted('unsent'), 1);
    await deliver();
    assert.equal(desk.calls('POST'), 1);
    desk.tenant.pass({ seconds: 10 });
    await deliver();
    await deliver();
    assert.equal(desk.calls('POST'), 2);
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('that never left waits, and leaves when the channel is there again', async () => {
    const { value, version } = (await desk.storage.conversations.load(chatKey))!;
    const nowhere = {
      ...value,
      reference: { ...value.reference, serviceUrl: 'http://127.0.0.1:9' },
    };
    const next = await desk.storage.conversations.save(chatKey, nowhere, version);
    await desk.owe({ notices: [completed] });
    await deliver();
    assert.deepEqual(await desk.statuses(), ['pending']);
    assert.equal(await desk.counted('unsent'), 1);
    const { grants } = await desk.conversation();
    await desk.storage.conversations.save(chatKey, { ...value, grants }, next + 1);
    desk.tenant.pass({ seconds: 10 });
    await deliver();
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('waits until the turn that is under way has ended', async () => {
    await desk.owe({ notices: [completed] });
    const { promise, resolve } = Promise.withResolvers<void>();
    const { conversations, turns } = desk.storage;
    const turn = turns.run(chatKey, async () => {
      await promise;
      const { value, version } = (await conversations.load(chatKey))!;
      await conversations.save(chatKey, { ...value, chosenLocale: 'sv-SE' }, version);
    });
    const delivered = deliver();
    assert.deepEqual(await desk.statuses(), ['pending']);
    resolve();
    await Promise.all([turn, delivered]);
    assert.equal((await desk.conversation()).chosenLocale, 'sv-SE');
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('holds up no turn of its conversation while the channel hangs', async () => {
    await desk.owe({ notices: [completed] });
    const { promise, resolve } = Promise.withResolvers<void>();
    sinon.stub(desk.adapter, 'continueConversation').returns(promise);
    const delivered = deliver();
    while ((await desk.statuses())[0] !== 'sending') await new Promise(setImmediate);
    assert.equal(await desk.storage.turns.run(chatKey, async () => 'talked'), 'talked');
    resolve();
    await delivered;
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('of an order that is muted there is passed over, unless it tells how it ended', async () => {
    const passing = { ...completed, kind: 'creditCheckApproved' } as const;
    await desk.owe({ state: 'provisioning', notices: [passing, completed] });
    await setMuted(desk.storage.orders, orderId, chatKey, true);
    await deliver();
    assert.deepEqual(await desk.statuses(), ['muted', 'sent']);
    assert.equal(desk.calls('POST'), 1);
  });

  it('of an order that nobody knows is none', async () => {
    await desk.sender.deliver('UPG-99999999');
    assert.equal(desk.teams.requests.length, 0);
  });
});
