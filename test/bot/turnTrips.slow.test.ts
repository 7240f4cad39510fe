import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, createApp } from '../../bot/compose/app.ts';
import { createLog } from '../../bot/log.ts';
import { PostgresWire } from '../support/servers/postgresWire.ts';
import { PostgresPlace } from '../support/storage/postgresPlace.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';

/** Of timers, which ask every few seconds, and that keep a slow turn. */
const background = /^select n, row_id|^select \( select min|set until/;

describe('a turn on PostgreSQL', () => {
  let place: PostgresPlace;
  let wire: PostgresWire;
  let app: App;
  let teams: FakeTeams;
  before(async () => {
    place = await PostgresPlace.make();
    wire = await PostgresWire.start(place.url);
    const environment = {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      testers: 'everybody',
      agents: [],
    } as const;
    app = createApp(
      { ...environment, logLevel: 'silent', databaseUrl: wire.url },
      createLog('silent'),
    );
    teams = await FakeTeams.start({ botUrl: await app.start() });
  });
  after(async () => {
    await teams.stop();
    await app.stop();
    await wire.stop();
    await place.drop(false);
  });

  async function statementsOf(text: string): Promise<string[]> {
    wire.take('upgradera');
    assert.equal((await teams.say(text)).status, 200);
    const held = 'select 1 from turns where holder is not null';
    while ((await place.query(held)).length > 0) await sleep(5);
    const { statements } = wire.take('upgradera');
    return statements.filter((statement) => !background.test(statement));
  }

  for (const text of [
    'hi',
    'upgrade',
    'business premium',
    '30 licenses, yearly, paid monthly',
    'help',
    'what happens to our files?',
  ]) {
    it(`takes three trips: ${text}`, async () => {
      const statements = await statementsOf(text);
      assert.equal(statements.length, 3, statements.join('\n'));
      for (const statement of statements) assert.match(statement, /turns_trip_1/);
    });
  }

  it('shares its trips with the turns that are under way at the same time', async () => {
    const people = await Promise.all(
      Array.from({ length: 16 }, () => FakeTeams.start({ botUrl: teams.botUrl })),
    );
    for (const text of ['hi', 'upgrade']) {
      wire.take('upgradera');
      const said = await Promise.all(people.map((person) => person.say(text)));
      assert.ok(said.every(({ status }) => status === 200));
      const { trips } = wire.take('upgradera');
      assert.ok(trips < 2 * people.length, `${trips} trips of ${people.length} turns`);
    }
    await Promise.all(people.map((person) => person.stop()));
  });

  it('decides an order in the same three, and brings its card up to date in one of them or in one more', async () => {
    const statements = await statementsOf('place order');
    const ofTurns = /turns_trip_1.*(?<!\[\{\}\])$/;
    const decided = statements.filter((statement) => ofTurns.test(statement));
    // The order's worker shares a trip with the end of the turn, unless it comes after that.
    assert.ok([3, 4].includes(decided.length), statements.join('\n'));
    assert.equal(teams.lastCard('order').id, 'order');
  });
});
