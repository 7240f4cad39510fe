import assert from 'node:assert/strict';
import { connect } from 'node:net';
import sinon from 'sinon';
import { Server } from '../../../bot/http/server.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { startTurnServer } from '../../support/bot/turnServer.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
  recipient: { id: '28:1' },
  text: 'late',
};

describe('closing the server', () => {
  it('answers the turn in flight, takes no new one, and is done at once for everybody', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const bot = await startTurnServer(async (context) => {
      started.resolve();
      await release.promise;
      await context.sendActivity('done');
    });
    const teams = await FakeTeams.start({ botUrl: bot.url });
    await fetch(`${bot.url}/healthz`); // leaves a kept-alive connection
    const delivery = teams.say('slow');
    await started.promise;

    const closed = bot.server.close();
    assert.equal(bot.server.close(), closed);
    await assert.rejects(teams.say('too late'));
    release.resolve();
    assert.equal((await delivery).status, 200);
    const before = Date.now();
    await closed;
    assert(Date.now() - before < 5000);
    assert.deepEqual(teams.texts, ['done']);
    await teams.stop();
  });

  it('refuses a turn that arrives while another is being finished', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const bot = await startTurnServer(async () => {
      started.resolve();
      await release.promise;
    });
    const teams = await FakeTeams.start({ botUrl: bot.url });
    const body = JSON.stringify(activity);
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
    const answered = Promise.withResolvers<string>();
    socket.once('data', (chunk) => answered.resolve(String(chunk)));
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n',
    );
    socket.write(`Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
    const delivery = teams.say('slow');
    await started.promise;

    const closed = bot.server.close();
    socket.write(body.slice(10));
    assert.match(await answered.promise, /^HTTP\/1\.1 503 /);
    release.resolve();
    assert.equal((await delivery).status, 200);
    await closed;
    await teams.stop();
  });

  it('hangs up on streams that would never end', async () => {
    const bot = await startTurnServer(async () => undefined);
    bot.server.restify.get('/stream', async (_request, response) => {
      response.writeHead(200);
      response.write('first');
    });
    const response = await fetch(`${bot.url}/stream`);
    const before = Date.now();
    await bot.server.close();
    assert(Date.now() - before < 5000);
    await assert.rejects(response.text());
  });

  it('ends after 10 s though a turn hangs', async () => {
    const started = Promise.withResolvers<void>();
    const bot = await startTurnServer(() => {
      started.resolve();
      return new Promise(() => undefined);
    });
    const teams = await FakeTeams.start({ botUrl: bot.url });
    const delivery = teams.say('never').catch(() => 'hung up');
    await started.promise;
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let done = false;
    const closed = bot.server.close().then(() => {
      done = true;
    });
    await clock.tickAsync(9900);
    assert.equal(done, false);
    await clock.tickAsync(100);
    await closed;
    clock.restore();
    assert.equal(await delivery, 'hung up');
    assert.match(bot.lines.join(''), /turns in flight/);
    await teams.stop();
  });

  it('is harmless before listening', async () => {
    const server = new Server({
      log: keptLog().log,
      metrics: createMetrics(),
      authenticates: false,
      ready: async () => true,
      onActivity: async () => ({ status: 200 }),
    });
    await server.close();
  });
});
