import assert from 'node:assert/strict';
import { addGrant } from '../../../bot/turn/grants.ts';
import type { Notice } from '../../../commerce/model/order.ts';
import { oweCard } from '../../../commerce/order/oweCard.ts';
import { chatKey, NoticeDesk, orderId } from '../../support/bot/noticeDesk.ts';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import type { Fault } from '../../support/teams/connectorService.ts';

const delivery = { attempts: 1, unreached: [] };
const owed: Notice = {
  kind: 'card',
  conversation: chatKey,
  status: 'pending',
  at: '2026-11-23T12:00:00Z',
  delivery,
};

describe('An order card that is owed', () => {
  let desk: NoticeDesk;
  const deliver = () => desk.sender.deliver(orderId);
  beforeEach(async () => {
    desk = await NoticeDesk.open();
  });
  afterEach(() => desk.close());

  it('comes, has the token under which it was to be shown, and is followed', async () => {
    const { value, version } = (await desk.storage.conversations.load(chatKey))!;
    const offer = { subject: { orderId }, forAll: true };
    const { token } = addGrant(value, 'order', offer, { userId: 'user-1', now: desk.now() });
    await desk.storage.conversations.save(chatKey, value, version);
    await desk.owe({ state: 'provisioning', revision: 3, notices: [owed] });
    await deliver();
    const [card, ...others] = desk.teams.cards;
    assert.deepEqual([card?.id, others], ['order', []]);
    assert.ok(buttonsOf(card!.json).every(({ data }) => data?.token === token));
    assert.deepEqual((await desk.order()).cards, [
      { conversation: chatKey, activityId: card?.messageId, token, revision: 3 },
    ]);
    assert.equal((await desk.conversation()).grants.length, 1);
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('is one however often it is owed in a conversation, and another one in another', async () => {
    await desk.owe({});
    const owe = (key: string) => oweCard(desk.storage.orders, orderId, key, delivery);
    await Promise.all([owe(chatKey), owe(chatKey), owe('tenant-1/msteams/a:2')]);
    assert.deepEqual(await desk.statuses(), ['pending', 'pending']);
    await desk.addChat('tenant-1/msteams/a:2');
    await deliver();
    await owe(chatKey);
    assert.deepEqual(await desk.statuses(), ['sent', 'sent', 'pending']);
  });

  it('comes before what happened since, and shows that', async () => {
    await desk.owe({ state: 'completed', notices: [owed, { ...owed, kind: 'completed' }] });
    await deliver();
    assert.deepEqual(
      desk.teams.cards.map(({ id }) => id),
      ['order', 'notice'],
    );
  });

  const doubtful: [what: string, fault: Fault][] = [
    ['a status that says nothing (502)', { status: 502 }],
    ['a connection that broke', { cut: 'reset' }],
  ];
  for (const [what, fault] of doubtful) {
    it(`comes again after ${what}: it is rather there twice than not`, async () => {
      await desk.owe({ notices: [owed] });
      desk.teams.fail(fault, 1, 'POST');
      await deliver();
      assert.deepEqual(await desk.statuses(), ['pending']);
      desk.tenant.pass({ minutes: 5 });
      await deliver();
      assert.deepEqual(await desk.statuses(), ['sent']);
    });
  }

  it('comes again after a process died while it was sent', async () => {
    await desk.owe({ notices: [{ ...owed, status: 'sending' }] });
    await deliver();
    desk.tenant.pass({ minutes: 5 });
    await deliver();
    assert.equal(desk.teams.lastCard().id, 'order');
  });

  it('is given up after some attempts of which nobody knows', async () => {
    await desk.owe({ notices: [owed] });
    desk.teams.fail({ status: 502 }, 9, 'POST');
    for (let round = 0; round < 6; round += 1) {
      await deliver();
      desk.tenant.pass({ hours: 1 });
    }
    assert.deepEqual(await desk.statuses(), ['ambiguous']);
    assert.equal(desk.calls('POST'), 3);
  });
});
