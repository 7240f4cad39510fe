import assert from 'node:assert/strict';
import { chatKey, completed, NoticeDesk, orderId } from '../../support/bot/noticeDesk.ts';
import { aWatch } from '../../support/storage/samples.ts';
import type { Fault } from '../../support/teams/connectorService.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { tenantId, userId } from '../../support/tenant/simulatedTenant.ts';

const otherKey = 'tenant-1/msteams/a:2';
const thirdKey = 'tenant-1/msteams/a:3';

describe('A notice for somebody who can’t be reached', () => {
  let desk: NoticeDesk;
  /** Another chat. */
  let other: FakeTeams;
  const deliver = () => desk.sender.deliver(orderId);
  const owe = () => desk.owe({ notices: [completed] });
  const whyAt = async (key = chatKey) => (await desk.conversation(key)).unreachable?.why;

  beforeEach(async () => {
    desk = await NoticeDesk.open();
    other = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
  });
  afterEach(async () => {
    await other.stop();
    await desk.close();
  });

  const refusals: [fault: Fault, why: string | undefined][] = [
    [{ status: 403, code: 'ConversationBlockedByUser' }, 'blocked'],
    [{ status: 403, code: 'Forbidden', subCode: 'MessageWritesBlocked' }, 'blocked'],
    [{ status: 403, code: 'BotNotInConversationRoster' }, 'uninstalled'],
    [{ status: 403, code: 'BotDisabledByAdmin' }, 'disabled'],
    [{ status: 404, code: 'ConversationNotFound' }, 'gone'],
    [{ status: 404 }, 'gone'],
    // Rather a fault of ours: the person is as they were.
    [{ status: 403, code: 'InvalidBotApiHost' }, undefined],
  ];
  for (const [fault, why] of refusals) {
    const { status, code, subCode } = fault as { status: number; code?: string; subCode?: string };
    it(`is undeliverable when nobody else is there: ${status} ${subCode ?? code ?? ''}`, async () => {
      await owe();
      desk.teams.fail(fault, 9);
      await deliver();
      await deliver();
      assert.deepEqual(await desk.statuses(), ['undeliverable']);
      assert.equal(await whyAt(), why);
      assert.equal(desk.calls('POST'), 1);
      assert.equal(await desk.counted('undeliverable'), 1);
    });
  }

  it('goes to another chat of the same person, once', async () => {
    await desk.addChat(thirdKey, 'somebody-else');
    await desk.addChat(otherKey, userId, other);
    await owe();
    desk.teams.fail({ status: 403, code: 'ConversationBlockedByUser' }, 9);
    await deliver();
    await deliver();
    assert.deepEqual(await desk.statuses(), ['sent']);
    assert.equal((await desk.order()).notices[0]?.conversation, otherKey);
    assert.deepEqual(
      other.cards.map(({ id }) => id),
      ['notice'],
    );
    assert.equal(desk.calls('POST'), 1);
    assert.equal(await desk.counted('passedOn'), 1);
  });

  it('goes to another chat when the first leads to an address that may not be called', async () => {
    const { reference } = await desk.conversation();
    const serviceUrl = desk.teams.serviceUrl.replace('127.0.0.1', '0.0.0.0');
    const stored = await desk.storage.conversations.load(chatKey);
    const elsewhere = { ...stored!.value, reference: { ...reference, serviceUrl } };
    await desk.storage.conversations.save(chatKey, elsewhere, stored!.version);
    await desk.addChat(otherKey, userId, other);
    await owe();
    await deliver();
    assert.deepEqual(await desk.statuses(), ['sent']);
    assert.equal(desk.teams.requests.length, 0);
    assert.equal(other.cards.length, 1);
  });

  it('goes to another admin of the tenant who has talked to the bot, once', async () => {
    await desk.addChat(otherKey, 'admin-2', other);
    await owe();
    desk.teams.fail({ status: 404 }, 9);
    await deliver();
    assert.deepEqual(await desk.statuses(), ['sent']);
    assert.equal(other.cards.length, 1);
  });

  it('goes to nobody who may not buy, nor to another tenant', async () => {
    await desk.addChat(otherKey, 'reader-2', other);
    await desk.tenant.sandbox.setRole(tenantId, 'reader-2', 'reader');
    const since = '2026-11-23T11:00:00Z';
    await desk.storage.contacts.add('tenant-2', { conversation: 'x', userId, since });
    await owe();
    desk.teams.fail({ status: 404 }, 9);
    await deliver();
    assert.deepEqual(await desk.statuses(), ['undeliverable']);
    assert.equal(other.requests.length, 0);
  });

  it('goes round no circle when nobody can be reached', async () => {
    await desk.addChat(otherKey, userId);
    await desk.addChat(thirdKey, 'admin-2');
    await owe();
    desk.teams.fail({ status: 403, code: 'BotNotInConversationRoster' }, 9);
    await deliver();
    assert.deepEqual(await desk.statuses(), ['undeliverable']);
    assert.equal(desk.calls('POST'), 3);
    assert.deepEqual(
      [await whyAt(otherKey), await whyAt(thirdKey)],
      ['uninstalled', 'uninstalled'],
    );
  });

  it('is passed on without a call once that is known, and also when the chat was never stored', async () => {
    await desk.addChat(otherKey, userId, other);
    await owe();
    desk.teams.fail({ status: 403, code: 'ConversationBlockedByUser' }, 1);
    await deliver();
    for (const [n, conversation] of [chatKey, 'tenant-1/msteams/never'].entries()) {
      const id = `UPG-0000000${n + 2}`;
      const notices = [{ ...completed, conversation }];
      await desk.owe({ id, quoteId: id, conversation, notices });
      await desk.sender.deliver(id);
    }
    assert.equal(desk.calls('POST'), 1);
    assert.equal(other.cards.length, 3);
  });

  it('of a watch goes on likewise, with a button that works there', async () => {
    await desk.addChat(otherKey, 'admin-2', other);
    const over = { state: 'fulfilled', notice: 'pending', conversation: chatKey } as const;
    await desk.storage.watches.insert(aWatch({ ...over, tenantId, userId }));
    desk.teams.fail({ status: 404 });
    await desk.watchSender.deliver('watch-1');
    await desk.watchSender.deliver('watch-1');
    assert.equal(other.cards.length, 1);
    const { value } = (await desk.storage.watches.get('watch-1'))!;
    assert.deepEqual([value.notice, value.conversation], ['sent', otherKey]);
    const [grant] = (await desk.conversation(otherKey)).grants;
    assert.equal(grant?.userId, undefined);
    assert.deepEqual(await desk.storage.watches.undelivered(8), []);
    assert.equal(await desk.counted('sent', 'watches'), 1);
  });
});
