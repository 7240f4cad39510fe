import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createAdapter, type TurnAdapter } from '../../../bot/adapter/turnAdapter.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { ProactiveSender } from '../../../bot/proactive/sender.ts';
import { judge } from '../../../bot/turn/grants.ts';
import { UpgraderaError } from '../../../commerce/errors.ts';
import { changeOrder } from '../../../commerce/upgrade/changeOrder.ts';
import type { Notice, Order } from '../../../commerce/upgrade/order.ts';
import { localiser } from '../../../locales/localiser.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../storage/place.ts';
import { aConversation, anOrder } from '../../storage/samples.ts';
import { buttonsOf } from '../../support/cardButtons.ts';
import type { Fault } from '../../support/connectorService.ts';
import { FakeTeams } from '../../support/fakeTeams.ts';
import { keptLog } from '../../support/logLines.ts';
import { catalog, SimulatedTenant } from '../../support/simulatedTenant.ts';

const { id } = anOrder();
const key = 'tenant-1/msteams/a:1';
const at = '2026-11-23T12:00:00Z';
const completed: Notice = { kind: 'completed', conversation: key, status: 'pending', at };

describe('News of an order', () => {
  let place: LowdbPlace;
  let storage: Storage;
  let tenant: SimulatedTenant;
  let teams: FakeTeams;
  let adapter: TurnAdapter;
  let sender: ProactiveSender;

  const order = async (): Promise<Order> => (await storage.orders.get(id))!.value;
  const statuses = async () => (await order()).notices.map(({ status }) => status);
  const owed = (given: Partial<Order>) =>
    storage.orders.insert(anOrder({ state: 'completed', conversation: key, ...given }));
  const posts = () => teams.requests.filter(({ method }) => method === 'POST').length;
  const puts = () => teams.requests.filter(({ method }) => method === 'PUT').length;

  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
    tenant = new SimulatedTenant();
    teams = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
    const { log } = keptLog();
    adapter = createAdapter({ log, metrics: createMetrics() });
    const { orders, conversations } = storage;
    const services = { catalog, clock: tenant.sandbox, commerce: tenant.sandbox, orders };
    const now = () => tenant.realNow;
    sender = new ProactiveSender({
      adapter,
      services,
      conversations,
      turns: storage.turns,
      now,
      log,
    });
    const reference = {
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      conversation: { id: teams.conversationId },
      bot: { id: '28:upgradera', name: 'Upgradera' },
      user: { id: teams.user.id },
    };
    await conversations.save(key, aConversation({ reference }), 0);
  });
  afterEach(async () => {
    sinon.restore();
    await teams.stop();
    await place.drop();
  });

  describe('in a notice', () => {
    it('arrives once', async () => {
      await owed({ notices: [completed] });
      await sender.deliver(id);
      await sender.deliver(id);
      assert.deepEqual(
        teams.cards.map((card) => card.id),
        ['notice'],
      );
      assert.deepEqual(await statuses(), ['sent']);
    });

    it('arrives in the order in which it happened, each message once', async () => {
      const kinds = ['creditCheckStarted', 'creditCheckApproved', 'completed'] as const;
      await owed({
        notices: kinds.map((kind, index) => ({
          ...completed,
          kind,
          status: index === 0 ? 'sent' : 'pending',
        })),
      });
      await sender.deliver(id);
      const l = localiser('en-US');
      const titles = teams.cards.map(({ json }) => JSON.stringify(json));
      assert.equal(titles.length, 2);
      assert.ok(titles[0]?.includes(l.t('cards.notice.creditCheckApproved.title')));
      assert.ok(titles[1]?.includes(l.t('cards.notice.completed.title')));
    });

    it('speaks the language of the conversation', async () => {
      const { value, version } = (await storage.conversations.load(key))!;
      await storage.conversations.save(key, { ...value, chosenLocale: 'sv-SE' }, version);
      await owed({ notices: [completed] });
      await sender.deliver(id);
      const title = localiser('sv-SE').t('cards.notice.completed.title');
      assert.ok(JSON.stringify(teams.lastCard('notice').json).includes(title));
    });

    it('has a button that works, for everybody in the conversation', async () => {
      await owed({ notices: [completed] });
      await sender.deliver(id);
      const conversation = (await storage.conversations.load(key))!.value;
      const [button] = buttonsOf(teams.lastCard('notice').json);
      const submission = { v: 1 as const, verb: 'order.refresh' as const };
      const token = String(button?.data?.token);
      const press = { submission: { ...submission, token }, inputs: {}, execute: true };
      const judgement = judge(conversation, press, { userId: 'user-2', now: tenant.realNow });
      assert.ok('allowed' in judgement);
      assert.equal(judgement.allowed.subject.orderId, id);
    });

    it('is marked as being sent before it leaves', async () => {
      await owed({ notices: [completed] });
      let before: string[] = [];
      sinon.stub(adapter, 'continueConversation').callsFake(async () => {
        before = await statuses();
      });
      await sender.deliver(id);
      assert.deepEqual(before, ['sending']);
      assert.deepEqual(await statuses(), ['sent']);
    });

    it('is not sent again when a crash left it half sent: it may have arrived', async () => {
      await owed({ notices: [{ ...completed, status: 'sending' }] });
      await sender.deliver(id);
      assert.deepEqual(await statuses(), ['ambiguous']);
      assert.equal(teams.requests.length, 0);
      assert.deepEqual(await storage.orders.undelivered(8), []);
    });

    const failures: [what: string, fault: Fault, then: Notice['status']][] = [
      ['throttled (429)', { status: 429, retryAfter: 1 }, 'pending'],
      ['refused (403)', { status: 403, code: 'BotNotInConversationRoster' }, 'undeliverable'],
      ['sent where nobody is (404)', { status: 404 }, 'undeliverable'],
      ['answered with 500', { status: 500 }, 'ambiguous'],
      ['answered with 503', { status: 503 }, 'ambiguous'],
      ['answered with 408', { status: 408 }, 'ambiguous'],
      ['cut off after it arrived', { cut: 'reset', delivered: true }, 'ambiguous'],
      ['cut off before it arrived', { cut: 'reset' }, 'ambiguous'],
    ];
    for (const [what, fault, then] of failures) {
      const again = then === 'pending';
      it(`that was ${what} is ${then} and ${again ? 'sent again' : 'not sent again'}`, async () => {
        await owed({ notices: [completed] });
        teams.fail(fault);
        await sender.deliver(id);
        assert.deepEqual(await statuses(), [then]);
        await sender.deliver(id);
        assert.equal(posts(), again ? 2 : 1);
        assert.deepEqual(await statuses(), [again ? 'sent' : then]);
      });
    }

    it('leaves the rows of other cards in place, however often it is throttled', async () => {
      await owed({ notices: [completed] });
      teams.fail({ status: 429 }, 60);
      for (let tries = 0; tries < 60; tries += 1) await sender.deliver(id);
      await sender.deliver(id);
      assert.deepEqual(await statuses(), ['sent']);
      assert.equal((await storage.conversations.load(key))?.value.grants.length, 1);
    });

    it('stays owed when something fails before it leaves', async () => {
      await owed({ notices: [completed] });
      const outage = new UpgraderaError('upstream.unavailable');
      const account = sinon.stub(tenant.sandbox, 'billingAccount').rejects(outage);
      await assert.rejects(sender.deliver(id), outage);
      assert.deepEqual(await statuses(), ['pending']);
      account.restore();
      await sender.deliver(id);
      assert.deepEqual(await statuses(), ['sent']);
    });

    it('can not be delivered into a conversation that is gone', async () => {
      await owed({ notices: [{ ...completed, conversation: 'tenant-1/msteams/gone' }] });
      await sender.deliver(id);
      assert.deepEqual(await statuses(), ['undeliverable']);
    });

    it('does not stop the next one by failing', async () => {
      await owed({ notices: [{ ...completed, kind: 'creditCheckApproved' }, completed] });
      teams.fail({ status: 500 });
      await sender.deliver(id);
      assert.deepEqual(await statuses(), ['ambiguous', 'sent']);
    });

    it('waits until the turn that is under way has ended', async () => {
      await owed({ notices: [completed] });
      const { promise, resolve } = Promise.withResolvers<void>();
      const turn = storage.turns.run(key, async () => {
        await promise;
        const { value, version } = (await storage.conversations.load(key))!;
        await storage.conversations.save(key, { ...value, chosenLocale: 'sv-SE' }, version);
      });
      const delivered = sender.deliver(id);
      assert.deepEqual(await statuses(), ['pending']);
      resolve();
      await Promise.all([turn, delivered]);
      assert.equal((await storage.conversations.load(key))?.value.chosenLocale, 'sv-SE');
      assert.deepEqual(await statuses(), ['sent']);
    });
  });

  describe('on its card', () => {
    /** A message that is in the chat already. */
    const shown = async (revision: number, token = 'token-1') => {
      const { value } = (await storage.conversations.load(key))!;
      let activityId = '';
      await adapter.continueConversation(value.reference, async (context) => {
        activityId = (await context.sendActivity('card'))?.id ?? '';
      });
      return { conversation: key, activityId, token, revision };
    };

    it('replaces it in place, with the same token, once', async () => {
      const card = await shown(0);
      await owed({ revision: 3, cards: [card] });
      await sender.deliver(id);
      await sender.deliver(id);
      assert.equal(puts(), 1);
      const { json } = teams.card(card.activityId);
      assert.equal(teams.lastCard().id, 'order');
      assert.ok(buttonsOf(json).every(({ data }) => data?.token === 'token-1'));
      assert.deepEqual((await order()).cards, [{ ...card, revision: 3 }]);
    });

    it('replaces it again when the order has moved on', async () => {
      await owed({ revision: 1, cards: [await shown(0)] });
      await sender.deliver(id);
      await changeOrder(storage.orders, id, (current) => ({ ...current, revision: 2 }));
      await sender.deliver(id);
      assert.equal(puts(), 2);
    });

    it('leaves a card alone that shows the present already', async () => {
      await owed({ revision: 3, cards: [await shown(3), await shown(2, 'token-2')] });
      await sender.deliver(id);
      assert.equal(puts(), 1);
    });

    for (const status of [404, 429, 500]) {
      it(`is not tried again after a ${status} before the order moves on`, async () => {
        const cards = [await shown(0), await shown(0, 'token-2')];
        await owed({ revision: 1, cards });
        teams.fail({ status }, 1, 'PUT');
        await sender.deliver(id);
        await sender.deliver(id);
        assert.equal(puts(), 2);
        assert.deepEqual(await storage.orders.undelivered(8), []);
      });
    }

    it('comes with the notice of the same step', async () => {
      await owed({ revision: 1, cards: [await shown(0)], notices: [completed] });
      await sender.deliver(id);
      assert.deepEqual(
        teams.cards.map((card) => card.id),
        ['order', 'notice'],
      );
    });
  });

  it('of an order that nobody knows is none', async () => {
    await sender.deliver('UPG-99999999');
    assert.equal(teams.requests.length, 0);
  });
});
