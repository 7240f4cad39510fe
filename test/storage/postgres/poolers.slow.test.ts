import assert from 'node:assert/strict';
import pg from 'pg';
import { type App, createApp } from '../../../bot/compose/app.ts';
import { createLog } from '../../../bot/log.ts';
import { findPgBouncer, PgBouncer } from '../../support/servers/pgBouncer.ts';
import { TransactionPooler } from '../../support/servers/transactionPooler.ts';
import { PooledDatabase, type Pooler } from '../../support/storage/pooledPlace.ts';
import { aConversation } from '../../support/storage/samples.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { engineConformance } from '../conformance.ts';
import { rowConformance } from '../rowConformance.ts';
import { turnsConformance } from '../turnsConformance.ts';

/** To the database; a process has ten to the pooler. */
const connections = 4;

/** What a pooler in transaction mode must be, and what holds behind one. */
function behind(name: string, start: (url: string) => Promise<Pooler>): void {
  describe(`PostgreSQL behind ${name}`, () => {
    let database: PooledDatabase;
    before(async () => {
      database = await PooledDatabase.make(start);
    });
    after(() => database.drop());
    const make = () => database.place();

    engineConformance(make);
    rowConformance(make);
    turnsConformance(make);
    serves(make);

    it('gives a transaction any connection, and takes no settings of a session', async () => {
      const { url } = await make();
      const [one, other] = [new pg.Client(url), new pg.Client(url)];
      await Promise.all([one.connect(), other.connect()]);
      const pids = new Set<number>();
      for (let n = 0; n < 4; n += 1) {
        await one.query('begin');
        pids.add((await one.query('select pg_backend_pid() as pid')).rows[0].pid);
        await other.query('begin');
        await one.query('commit');
        await other.query('commit');
      }
      await Promise.all([one.end(), other.end()]);
      assert.ok(pids.size > 1);
      const refused = new pg.Client({ connectionString: url, statement_timeout: 1_000 });
      await assert.rejects(refused.connect(), { code: '08P01' });
    });
  });
}

function serves(make: () => ReturnType<PooledDatabase['place']>): void {
  describe('two processes', () => {
    let place: Awaited<ReturnType<PooledDatabase['place']>>;
    let apps: App[] = [];
    beforeEach(async () => {
      place = await make();
    });
    afterEach(async () => {
      await Promise.all(apps.splice(0).map((app) => app.stop()));
      await place.drop();
    });

    it('lose none of 400 changes that read first and write then', async () => {
      const [one, other] = [await place.openStorage(), await place.openStorage()];
      await one.conversations.save('c', aConversation({ chosenLocale: '0' }), 0);
      const count = ({ conversations, turns }: typeof one) =>
        turns.decide(
          { key: 'c', tenantId: 't' },
          async () => {
            const stored = await conversations.load('c');
            assert.ok(stored);
            const chosenLocale = String(Number(stored.value.chosenLocale) + 1);
            await conversations.save('c', { ...stored.value, chosenLocale }, stored.version);
          },
          async () => undefined,
        );
      await Promise.all(Array.from({ length: 200 }, () => [count(one), count(other)]).flat());
      assert.equal((await one.conversations.load('c'))?.value.chosenLocale, '400');
    });

    it('lead an upgrade from the first word to the message that it is complete', async () => {
      const environment = { port: 0, host: '127.0.0.1', dataDir: '', agents: [] } as const;
      const build = () =>
        createApp(
          { ...environment, testers: 'everybody', logLevel: 'silent', databaseUrl: place.url },
          createLog('silent'),
        );
      apps = [build(), build()];
      const urls = await Promise.all(apps.map((app) => app.start()));
      const teams = await FakeTeams.start({ botUrl: urls[0] ?? '' });
      const texts = ['upgrade', 'business premium', 'next', 'place order', 'time +1h'];
      for (const [n, text] of texts.entries()) {
        teams.botUrl = urls[n % 2] ?? '';
        assert.equal((await teams.say(text)).status, 200);
      }
      await teams.waitFor(() => teams.cards.some(({ id }) => id === 'notice'));
      await teams.stop();
    });
  });
}

behind('a pooler in transaction mode', (url) => TransactionPooler.start(url, connections));

const path = await findPgBouncer();
if (path) behind('PgBouncer', (url) => PgBouncer.start(path, url, connections));
