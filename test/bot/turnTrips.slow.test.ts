import assert from 'node:assert/strict';
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
    const { statements } = wire.take('upgradera');
    return statements.filter((statement) => !background.test(statement));
  }

  const kinds = [/take_turn_1/, /write_turn_1/, /update turns/];
  for (const text of [
    'hi',
    'upgrade',
    'business premium',
    '30 licenses, yearly, paid monthly',
    'help',
    'what happens to our files?',
  ]) {
    it(`takes three trips, of which one writes documents: ${text}`, async () => {
      const statements = await statementsOf(text);
      assert.equal(statements.length, 3, statements.join('\n'));
      for (const [n, kind] of kinds.entries()) assert.match(statements[n] ?? '', kind);
    });
  }

  it('decides an order in four, and brings its card up to date with it', async () => {
    const statements = await statementsOf('place order');
    const decided = statements.findIndex((statement) => /write_turn_1/.test(statement));
    assert.ok(decided <= 3, statements.join('\n'));
    assert.equal(teams.lastCard('order').id, 'order');
  });
});
