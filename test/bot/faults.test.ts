/**
 * What becomes of a message that the channel does not take: what is sent again, and what the person
 * reads. All that is told is about the message, never about an order that was placed.
 */
import assert from 'node:assert/strict';
import { localiser } from '../../locales/localiser.ts';
import { completed, NoticeDesk, orderId } from '../support/bot/noticeDesk.ts';
import { TurnDesk } from '../support/bot/turnDesk.ts';
import type { Fault } from '../support/teams/connectorService.ts';

const { t } = localiser('en-US');

/** `plain`: as text. A sentence of `errors.channel` that says that it did not come, or may not have. */
type Posted = 'again' | 'plain' | 'unavailable';
/** `left`: as it was. */
type Replaced = 'again' | 'plain' | 'left';
type Noticed = 'later' | 'plain' | 'ambiguous';

const now = { retryAfter: 0 };
const faults: [
  what: string,
  fault: Fault,
  posted: Posted,
  replaced: Replaced,
  noticed: Noticed,
  arrives?: boolean,
][] = [
  ['412', { status: 412, code: 'PreconditionFailed', ...now }, 'again', 'again', 'later'],
  ['413', { status: 413, code: 'MessageSizeTooBig' }, 'plain', 'plain', 'plain'],
  ['429', { status: 429, ...now }, 'again', 'again', 'later'],
  ['500', { status: 500 }, 'unavailable', 'left', 'ambiguous'],
  ['502', { status: 502, ...now }, 'unavailable', 'again', 'ambiguous'],
  ['503', { status: 503 }, 'unavailable', 'left', 'ambiguous'],
  ['504', { status: 504, ...now }, 'unavailable', 'again', 'ambiguous'],
  ['a reset before', { cut: 'reset' }, 'unavailable', 'left', 'ambiguous'],
  ['a reset after', { cut: 'reset', delivered: true }, 'unavailable', 'left', 'ambiguous', true],
];

describe('What the channel answers with', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  const calls = (method: string) =>
    desk.teams.requests.filter((request) => request.method === method).length;
  const during = async (fault: Fault, method: string, turn: () => Promise<unknown>) => {
    const before = { calls: calls(method), texts: desk.teams.texts.length };
    desk.teams.fail(fault, 1, method);
    await turn();
    return {
      calls: calls(method) - before.calls,
      said: desk.teams.texts.slice(before.texts).join('\n'),
    };
  };
  const orders = () => desk.storage.orders.listByTenant(desk.teams.tenantId!);
  const never = /not ordered|nothing was ordered|turned this request down/i;

  for (const [what, fault, posted, replaced, noticed, arrives = false] of faults) {
    const shownNow = posted === 'again' || arrives ? 1 : 0;

    it(`${what} to the first card of an answer: ${posted}`, async () => {
      const { calls, said } = await during(fault, 'POST', () => desk.say('hi'));
      assert.equal(calls, 2);
      assert.equal(desk.shown('home').length, shownNow);
      if (posted === 'plain') assert.ok(said.includes(t('cards.home.title')));
      if (posted === 'plain') assert.ok(said.endsWith(t('dialogs.plainForm')));
      if (posted === 'again') assert.equal(said, '');
      if (posted === 'unavailable') assert.equal(said, t('errors.channel.unavailable'));
    });

    it(`${what} to a text: ${posted === 'plain' ? 'refused' : posted}`, async () => {
      const { calls, said } = await during(fault, 'POST', () => desk.say('cancel'));
      assert.equal(calls, 2);
      const sentence = t('dialogs.nothingToCancel');
      const told = t(`errors.channel.${posted === 'plain' ? 'refused' : 'unavailable'}`);
      const isTold = posted !== 'again';
      assert.equal(said, [...(shownNow ? [sentence] : []), ...(isTold ? [told] : [])].join('\n'));
    });

    it(`${what} to an update of a card: ${replaced}`, async () => {
      await desk.say('upgrade');
      const [plans] = desk.shown('plans');
      const { calls } = await during(fault, 'PUT', () => desk.say('business premium'));
      assert.equal(calls, replaced === 'left' ? 1 : 2);
      assert.equal(desk.shown('configure').length, 1, 'the answer came all the same');
      const message = desk.teams.messages.find(({ id }) => id === plans?.messageId);
      const isClosed = JSON.stringify(message).includes(t('dialogs.closed.plans'));
      assert.equal(isClosed, replaced !== 'left' || arrives);
      assert.equal(message?.activity.text !== undefined, replaced === 'plain');
    });

    it(`${what} to the card of an order that was just placed: ${posted}`, async () => {
      for (const text of ['upgrade', 'business premium', 'next']) await desk.say(text);
      const review = desk.teams.lastCard('review');
      const { said } = await during(fault, 'POST', async () => {
        const { status } = await desk.teams.press(review, 'order.place');
        assert.equal(status, 200);
      });
      const [order] = await orders();
      assert.ok(order);
      const { messageId } = review;
      assert.ok(JSON.stringify(desk.teams.card(messageId).json).includes(`Ordered as ${order.id}`));
      assert.doesNotMatch(said, never);
      assert.equal(desk.shown('order').length, shownNow);
      if (posted === 'again') assert.equal(said, '');
      else assert.ok(said.includes(order.id));
      const isOwed = posted === 'unavailable';
      assert.deepEqual(
        order.notices.map(({ kind, status }) => [kind, status]),
        isOwed ? [['card', 'pending']] : [],
      );
      assert.equal(order.cards.length, isOwed ? 0 : 1, 'what came is kept up to date');
    });

    it(`${what} to a proactive notice: ${noticed}`, async () => {
      const outbox = await NoticeDesk.open();
      try {
        await outbox.owe({ notices: [completed] });
        outbox.teams.fail(fault, 1, 'POST');
        await outbox.sender.deliver(orderId);
        const first = await outbox.statuses();
        assert.deepEqual(first, [
          { later: 'pending', plain: 'sent', ambiguous: 'ambiguous' }[noticed],
        ]);
        outbox.tenant.pass({ minutes: 5 });
        await outbox.sender.deliver(orderId);
        assert.equal(outbox.calls('POST'), noticed === 'ambiguous' ? 1 : 2);
        const title = t('cards.notice.completed.title');
        const came = outbox.teams.messages.filter((one) => JSON.stringify(one).includes(title));
        assert.equal(came.length, noticed === 'ambiguous' && !arrives ? 0 : 1);
      } finally {
        await outbox.close();
      }
    });
  }

  it('which befalls the order card and the word about it leaves the order told by the answer to the press', async () => {
    for (const text of ['upgrade', 'business premium', 'next']) await desk.say(text);
    desk.teams.fail({ status: 503 }, 2, 'POST');
    const review = desk.teams.lastCard('review');
    const { status, body } = await desk.teams.press(review, 'order.place');
    assert.equal(status, 200);
    const [order] = await orders();
    assert.ok(JSON.stringify(body).includes(order!.id));
    assert.deepEqual(
      order?.notices.map(({ kind }) => kind),
      ['card'],
    );
  });

  it('for a while is heeded: the order card is not sent before', async () => {
    for (const text of ['upgrade', 'business premium', 'next']) await desk.say(text);
    desk.teams.fail({ status: 429, retryAfter: 60 }, 1, 'POST');
    await desk.say('place order');
    const [order] = await orders();
    const { notBefore } = order?.notices[0]?.delivery ?? {};
    assert.ok(
      notBefore &&
        Temporal.Instant.compare(notBefore, desk.tenant.realNow.add({ seconds: 60 })) >= 0,
    );
    assert.ok(desk.teams.texts.at(-1)?.startsWith(t('errors.channel.throttled')));
  });
});
