import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Storage } from '../../storage/open.ts';
import { Admin } from './admin.ts';
import { audit } from './ledger.ts';
import { MortalBot } from './mortalBot.ts';
import { Random } from './random.ts';
import { type HomePlace, stores } from './stores.ts';

/** In each store; `npm run test:chaos` asks for more. */
const kills = Number(process.env.KILLS ?? 20);
/** Upgrades that are to be disturbed; on a slow machine it takes more kills until there were. */
const fewestOrders = kills / 4;
const mostKills = 4 * kills;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const adminsAtOnce = 5;
/** Milliseconds between the start of a process and its death; the longest is at least that. */
const shortestLife = 50;
const longestLife = 600;
/** Where too few upgrades came through, the lives that follow are longer and longer. */
const growth = 1.1;
/** Milliseconds in which orders end after the last death; what the dead had in work is found in 20 s. */
const aftermath = 60_000;

for (const { name, make } of stores) {
  describe(`A bot on ${name} that is killed ${kills} times (SEED=${seed})`, function () {
    this.timeout(120_000 + mostKills * 3_000);
    let place: HomePlace;
    let bot: MortalBot;
    let admins: Admin[];

    beforeEach(async () => {
      place = await make();
      bot = await MortalBot.start(place.home);
      admins = [];
    });
    afterEach(async function () {
      const failed = this.currentTest?.state === 'failed';
      if (failed) await bot.discard();
      await Promise.all(admins.map(({ teams }) => teams.stop()));
      await place.drop(failed);
    });

    /** The storage, once nothing is owed to anybody. */
    async function atRest(): Promise<Storage> {
      const end = performance.now() + aftermath;
      for (;;) {
        await bot.stop();
        const storage = await place.openStorage();
        const owed = await storage.orders.undelivered(1);
        if (owed.length === 0 || performance.now() > end) return storage;
        await storage.close();
        bot = await MortalBot.start(place.home);
        await delay(3_000);
      }
    }

    it('keeps every promise: one order for each confirmation, told once, to its end', async () => {
      const random = new Random(seed);
      const quiet = await Admin.meet(bot.url, random);
      admins.push(quiet);
      let longest = Math.max(longestLife, await timeOf(quiet));
      const disturbed = () =>
        admins.filter((admin) => admin !== quiet && admin.references.length > 0).length;
      let dying = true;
      let deaths = 0;
      const upgradeOn = async (): Promise<void> => {
        while (dying) {
          const admin = await Admin.meet(bot.url, random);
          admins.push(admin);
          await admin.upgrade();
        }
      };
      const dieOn = async (): Promise<void> => {
        while (deaths < kills || (disturbed() < fewestOrders && deaths < mostKills)) {
          await delay(random.between(shortestLife, longest));
          await bot.killAndRestart();
          deaths += 1;
          if (deaths > kills) longest *= growth;
        }
        dying = false;
      };
      await Promise.all([dieOn(), ...Array.from({ length: adminsAtOnce }, upgradeOn)]);

      const buyers = admins.filter(({ confirmed }) => confirmed);
      await seeTheEnd(buyers);
      for (const { teams, references } of buyers) {
        assert.equal((await teams.say('status')).status, 200);
        const status = JSON.stringify(teams.lastCard('status').json);
        assert.ok(status.includes(references[0]!), 'the conversation goes on');
      }
      const tally = await audit(await atRest(), admins);
      process.stdout.write(
        `    ${name}: ${deaths} kills, ${admins.length} admins, ${JSON.stringify(tally)}\n`,
      );
      assert.ok(disturbed() >= fewestOrders, 'there were upgrades to disturb');
    });
  });
}

/** @returns milliseconds that the upgrade takes on this machine while nobody dies */
async function timeOf(admin: Admin): Promise<number> {
  const start = performance.now();
  await admin.upgrade();
  return performance.now() - start;
}

/** Time is skipped again for those whose order the service had not taken yet. */
async function seeTheEnd(buyers: readonly Admin[]): Promise<void> {
  const end = performance.now() + aftermath;
  let waiting = buyers;
  while (waiting.length > 0 && performance.now() < end) {
    await Promise.all(waiting.map((admin) => admin.skipTime()));
    await delay(2_000);
    waiting = waiting.filter(({ sawTheEnd }) => !sawTheEnd);
  }
}
