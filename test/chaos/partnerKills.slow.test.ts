import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { isFinal } from '../../commerce/model/order.ts';
import type { Storage } from '../../storage/open.ts';
import { importPrices, partnerEnvironment } from '../microsoft/wire/liveBot.ts';
import { WireMicrosoft } from '../microsoft/wire/wireMicrosoft.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';
import { MortalBot } from './mortalBot.ts';
import { Random } from './random.ts';
import { redelivering } from './redelivery.ts';
import { type HomePlace, stores } from './stores.ts';

/** `npm run test:chaos` asks for more, and for both stores. */
const kills = Number(process.env.KILLS ?? 20);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const buyersAtOnce = 3;
/** Milliseconds between the start of a process and its death. */
const shortestLife = 100;
const longestLife = 1_200;
/** Milliseconds for which it lives on until somebody orders. */
const longestWait = 4_000;
/** Milliseconds in which orders end after the last death. */
const aftermath = 90_000;

for (const { name, make } of process.env.KILLS ? stores : stores.slice(0, 1)) {
  describe(`A partner's bot on ${name} that is killed ${kills} times (SEED=${seed})`, function () {
    this.timeout(2 * aftermath + kills * 5_000);
    let wire: WireMicrosoft;
    let place: HomePlace;
    let bot: MortalBot;
    let buyers: FakeTeams[];

    beforeEach(async () => {
      wire = await WireMicrosoft.start();
      wire.partnerCenter.slowness = ({ method }) => (method === 'POST' ? 150 : 0);
      place = await make();
      buyers = [];
      const storage = await place.openStorage();
      await importPrices(storage);
      await storage.close();
      bot = await MortalBot.start(place.home, partnerEnvironment(wire));
    });
    afterEach(async function () {
      const failed = this.currentTest?.state === 'failed';
      if (failed) await bot.discard();
      await Promise.all(buyers.map((teams) => teams.stop()));
      await place.drop(failed);
      await wire.stop();
    });

    /** A customer whose administrator has consented, and who orders. */
    async function buy(): Promise<void> {
      const tenantId = await wire.tenants.addCustomer();
      await wire.tenants.hurry(tenantId);
      const teams = await FakeTeams.start({ botUrl: bot.url, tenantId, post: redelivering });
      await teams.say('hi');
      const link = JSON.stringify(teams.lastCard('connect').json).match(
        /https:[^"]+adminconsent[^"]+/,
      );
      const { pathname, search } = new URL(link?.[0] ?? '');
      const asked = await fetch(new URL(`${pathname}${search}`, wire.entra.url), {
        redirect: 'manual',
      });
      const back = new URL(asked.headers.get('location') ?? '');
      await redelivering(new URL(`${back.pathname}${back.search}`, bot.url), {});
      for (const text of ['upgrade', 'business premium', 'next']) await teams.say(text);
      if (teams.cards.at(-1)?.id !== 'review') return teams.stop();
      await teams.say('place order');
      buyers.push(teams);
    }

    /** An order has come to Partner Center, whose answer has not left yet; or none comes. */
    async function nextOrder(): Promise<void> {
      const { sent } = wire.partnerCenter;
      const end = performance.now() + longestWait;
      while (wire.partnerCenter.sent.length === sent.length && performance.now() < end) {
        await delay(5);
      }
    }

    /** The storage, once every order has ended. */
    async function atRest(): Promise<Storage> {
      const end = performance.now() + aftermath;
      for (;;) {
        await bot.stop();
        const storage = await place.openStorage();
        const open = await openOrders(storage);
        if (open === 0 || performance.now() > end) return storage;
        await storage.close();
        bot = await MortalBot.start(place.home, partnerEnvironment(wire));
        await delay(4_000);
      }
    }

    it('orders each upgrade once', async () => {
      const random = new Random(seed);
      let deaths = 0;
      const dieOn = async (): Promise<void> => {
        for (; deaths < kills; deaths += 1) {
          // Every other time while an order is at Partner Center.
          if (deaths % 2 === 0) await delay(random.between(shortestLife, longestLife));
          else await nextOrder();
          await bot.killAndRestart();
        }
      };
      const buyOn = async (): Promise<void> => {
        while (deaths < kills) await buy();
      };
      await Promise.all([dieOn(), ...Array.from({ length: buyersAtOnce }, buyOn)]);
      await seeTheEnd(buyers);
      const storage = await atRest();
      for (const { tenantId = '', cards } of buyers) {
        const [order, ...more] = await storage.orders.listByTenant(tenantId);
        assert.equal(more.length, 0);
        assert.equal(order?.state, 'completed', JSON.stringify(order?.audit));
        assert.equal(wire.partnerCenter.orders.placedIn(tenantId), 1);
        const notices = cards.filter(({ id }) => id === 'notice').length;
        assert.ok(notices <= 1, `${notices} notices`);
      }
      await storage.close();
      const { sent, unheard } = wire.partnerCenter;
      const lost = unheard.filter(({ method }) => method === 'POST').length;
      process.stdout.write(
        `    ${name}: ${deaths} kills, ${buyers.length} orders, sent ${sent.length} times, ${lost} without an answer\n`,
      );
      assert.ok(lost > 0, 'some answers were lost');
      assert.ok(buyers.length >= kills / 5, 'there were upgrades to disturb');
    });
  });
}

/** What a dead process had in work, on a database, is found by one that lives for a while. */
async function seeTheEnd(buyers: readonly FakeTeams[]): Promise<void> {
  const end = performance.now() + aftermath;
  const told = ({ cards }: FakeTeams): boolean => cards.some(({ id }) => id === 'notice');
  while (!buyers.every(told) && performance.now() < end) await delay(1_000);
}

async function openOrders({ orders }: Storage): Promise<number> {
  let open = 0;
  for await (const order of orders.all()) if (!isFinal(order)) open += 1;
  return open;
}
