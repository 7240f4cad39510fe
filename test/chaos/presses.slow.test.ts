import assert from 'node:assert/strict';
import { PostgresPlace } from '../support/storage/postgresPlace.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';
import { MortalBot } from './mortalBot.ts';

const quotes = 10;
const pressesEach = 20;

describe('Two processes on one database, and many presses at once', function () {
  this.timeout(120_000);
  let place: PostgresPlace;
  let bots: MortalBot[];
  let admins: FakeTeams[];

  beforeEach(async () => {
    place = await PostgresPlace.make();
    const home = { dataDir: '', databaseUrl: place.url };
    bots = await Promise.all([1, 2].map(() => MortalBot.start(home)));
    admins = await Promise.all(
      Array.from({ length: quotes }, () => FakeTeams.start({ botUrl: bots[0]!.url })),
    );
  });
  afterEach(async function () {
    await Promise.all(bots.map((bot) => bot.stop()));
    await Promise.all(admins.map((teams) => teams.stop()));
    await place.drop(this.currentTest?.state === 'failed');
  });

  /** @returns what was answered to all presses, and the references on all cards */
  async function pressMany(teams: FakeTeams): Promise<{ answers: string[]; references: string[] }> {
    const review = teams.lastCard('review');
    const presses = Array.from({ length: pressesEach }, (_, n) => {
      teams.botUrl = bots[n % bots.length]!.url;
      return teams.press(review, 'order.place');
    });
    const answers = (await Promise.all(presses)).map(({ status, body }) =>
      JSON.stringify({ status, body }),
    );
    const references = JSON.stringify(teams.messages).match(/UPG-[0-9A-Z]{8}/g) ?? [];
    return { answers: [...new Set(answers)], references: [...new Set(references)] };
  }

  it(`make ${quotes} orders of ${quotes * pressesEach} presses on ${quotes} quotes`, async () => {
    for (const text of ['upgrade', 'business premium', 'next']) {
      const said = await Promise.all(admins.map((teams) => teams.say(text)));
      assert.ok(said.every(({ status }) => status === 200));
    }
    const pressed = await Promise.all(admins.map(pressMany));

    const stored = await place.query(
      `select document->>'id' as id from documents where collection = 'orders'`,
    );
    assert.equal(stored.length, quotes);
    for (const { answers, references } of pressed) {
      assert.equal(answers.length, 1, 'every press of a quote is answered alike');
      assert.equal(references.length, 1);
      assert.ok(answers[0]?.includes(references[0]!) && answers[0].includes('"status":200'));
    }
    assert.deepEqual(
      stored.map(({ id }) => id).sort(),
      pressed.flatMap(({ references }) => references).sort(),
    );
  });

  it(`make ${quotes} orders of two quotes each for ${quotes} subscriptions, pressed at once`, async () => {
    const colleagues = await Promise.all(
      admins.map(({ tenantId }) =>
        FakeTeams.start({ botUrl: bots[1]!.url, tenantId: tenantId!, userName: 'Robin' }),
      ),
    );
    try {
      for (const text of ['upgrade', 'business premium', 'next']) {
        await Promise.all([...admins, ...colleagues].map((teams) => teams.say(text)));
      }
      const presses = [...admins, ...colleagues].flatMap((teams) => {
        const review = teams.lastCard('review');
        return [1, 2, 3].map(() => teams.press(review, 'order.place'));
      });
      const answers = await Promise.all(presses);
      assert.ok(answers.every(({ status }) => status === 200));

      const stored = await place.query(`select id from documents where collection = 'orders'`);
      assert.equal(stored.length, quotes);
      const referencesOf = ({ messages }: FakeTeams): string[] => [
        ...new Set(JSON.stringify(messages).match(/UPG-[0-9A-Z]{8}/g)),
      ];
      for (const [n, admin] of admins.entries()) {
        assert.equal(referencesOf(admin).length, 1);
        assert.deepEqual(referencesOf(admin), referencesOf(colleagues[n]!));
      }
    } finally {
      await Promise.all(colleagues.map((teams) => teams.stop()));
    }
  });
});
