import assert from 'node:assert/strict';
import { type App, createApp } from '../../bot/compose/app.ts';
import type { Environment } from '../../bot/environment.ts';
import { createLog } from '../../bot/log.ts';
import { localiser } from '../../locales/localiser.ts';
import { PostgresPlace } from '../support/storage/postgresPlace.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';

/** Two whole bots over one database, as behind a load balancer that knows no conversations. */
describe('Two processes on one database', () => {
  let place: PostgresPlace;
  let apps: App[];
  let urls: string[];
  let teams: FakeTeams;
  let turn: number;

  beforeEach(async () => {
    place = await PostgresPlace.make();
    const environment: Environment = {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      logLevel: 'silent',
      testers: 'everybody',
      agents: [{ userId: 'agent', tenants: 'all' }],
    };
    const build = () => createApp({ ...environment, databaseUrl: place.url }, createLog('silent'));
    apps = [build(), build()];
    urls = await Promise.all(apps.map((app) => app.start()));
    teams = await FakeTeams.start({ botUrl: urls[0]! });
    turn = 0;
  });
  afterEach(async function () {
    await teams.stop();
    await Promise.all(apps.map((app) => app.stop()));
    await place.drop(this.currentTest?.state === 'failed');
  });

  /** Each turn goes to the other process. */
  const balance = (): void => {
    turn += 1;
    teams.botUrl = urls[turn % 2]!;
  };
  async function say(text: string): Promise<void> {
    balance();
    assert.equal((await teams.say(text)).status, 200);
  }
  const shown = (card: string) => teams.cards.filter(({ id }) => id === card).length;

  it('lead one upgrade from the first word to one message that it is complete', async () => {
    for (const text of ['upgrade', 'business premium', 'next']) await say(text);
    const review = teams.lastCard('review');
    const presses = Array.from({ length: 20 }, () => {
      balance();
      return teams.press(review, 'order.place');
    });
    const answers = await Promise.all(presses);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
    const orders = `select document->>'state' as state from documents where collection = 'orders'`;
    assert.equal((await place.query(orders)).length, 1);
    await teams.waitFor(() => shown('notice') > 0, 30_000);
    assert.deepEqual(await place.query(orders), [{ state: 'completed' }]);
    await apps[0]!.stop();
    teams.botUrl = urls[1]!;
    assert.equal((await teams.say('status')).status, 200);
    assert.equal(shown('notice'), 1);
  });

  it('know at once what the other has sent: nothing is said twice, its card is closed in place', async () => {
    balance();
    const { activityId } = await teams.say('upgrade');
    const seen = teams.messages.length;
    balance();
    assert.equal((await teams.redeliver(activityId)).status, 200);
    assert.equal(teams.messages.length, seen);
    await say('business premium');
    const closed = localiser('en-US').t('dialogs.closed.plans');
    assert.ok(JSON.stringify(teams.lastCard('plans').json).includes(closed));
  });

  it('lead on when the process that took the order is gone', async () => {
    for (const text of ['upgrade', 'business premium', 'next']) await say(text);
    teams.botUrl = urls[0]!;
    await teams.press(teams.lastCard('review'), 'order.place');
    await apps[0]!.stop();
    await teams.waitFor(() => shown('notice') > 0, 30_000);
    assert.equal(shown('notice'), 1);
  });
});
