import assert from 'node:assert/strict';
import { createMetrics } from '../../../bot/metrics.ts';
import { openReader } from '../../../bot/reader/openReader.ts';
import type { ReaderSettings } from '../../../bot/reader/settings.ts';
import type { ReadingContext } from '../../../understanding/reader.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { ChatServer, says } from '../../support/servers/chatServer.ts';

const context: ReadingContext = {
  step: 'plans',
  plans: ['Microsoft 365 E5'],
  articles: [{ id: 'roles', title: 'Who may upgrade' }],
  locale: 'en-US',
};
const secretText = 'the fancy one for all our folks';

describe('the reader', () => {
  let chat: ChatServer;
  let now: Temporal.Instant;
  beforeEach(async () => {
    chat = await ChatServer.start();
    now = Temporal.Instant.from('2026-03-01T23:00:00Z');
  });
  afterEach(() => chat.stop());

  async function open(given: Partial<ReaderSettings> = {}, limit = 2_000) {
    const metrics = createMetrics();
    const { log, lines } = keptLog();
    const settings = chat.settings(given);
    const readerOf = await openReader(settings, { metrics, now: () => now, log, limit });
    const counted = async () =>
      Object.fromEntries(
        (await metrics.readings.get()).values.map(({ labels, value }) => [labels.outcome, value]),
      );
    const read = (tenantId = 'a') => readerOf(tenantId).read(secretText, context);
    return { read, counted, lines };
  }

  it('asks a service of the kind of OpenAI once, with a form of our own schema', async () => {
    chat.answers = says.read({ plan: 'Microsoft 365 E5', quantity: { is: 'count', count: 30 } });
    const { read, counted } = await open();
    assert.deepEqual(await read(), {
      plan: 'Microsoft 365 E5',
      quantity: { is: 'count', count: 30 },
      terms: null,
      command: null,
      article: null,
    });
    const [{ path, headers, json }] = chat.asked as [(typeof chat.asked)[0]];
    assert.equal(path, '/v1/chat/completions');
    assert.equal(headers.authorization, 'Bearer a-key');
    assert.equal(json.model, 'small');
    assert.equal(json.response_format.json_schema.strict, true);
    assert.equal(json.messages.at(-1)?.content, secretText);
    assert.deepEqual(await counted(), { answered: 1 });
  });

  it('asks a deployment of Azure with its key and version', async () => {
    chat.answers = says.read({ command: 'status' });
    const { read } = await open({ kind: 'azure', url: chat.url, model: 'our-deployment' });
    assert.equal((await read())?.command, 'status');
    const [{ path, headers }] = chat.asked as [(typeof chat.asked)[0]];
    const address = '/openai/deployments/our-deployment/chat/completions?api-version=2024-10-21';
    assert.equal(path, address);
    assert.equal(headers['api-key'], 'a-key');
  });

  const failures = {
    late: says.silence,
    'late, with half an answer': says.halfAnAnswer,
    unreachable: says.hangUp,
    'unreachable, sent elsewhere': says.elsewhere('http://127.0.0.1:9/'),
    'unauthorised, 401': says.status(401),
    'unauthorised, 403': says.status(403),
    throttled: says.status(429),
    'failed, 500': says.status(500),
    'failed, 404': says.status(404),
    refused: says.refusal,
    'refused by a filter': says.filtered,
    'malformed, no JSON': says.content('Sure! Here you go'),
    'malformed, cut off': says.cutOff,
    'malformed, nothing said': says.noChoices,
    'malformed, another schema': says.content('{"plan":"Microsoft 365 E5"}'),
    'malformed, a command that we have not': says.content(
      '{"quantity":null,"terms":null,"plan":null,"command":"placeOrder","article":null}',
    ),
    'malformed, a field that we have not': says.content(
      '{"quantity":null,"terms":null,"plan":null,"command":null,"article":null,"consent":true}',
    ),
    'malformed, a count of nothing': says.content(
      '{"quantity":{"is":"count","count":0},"terms":null,"plan":null,"command":null,"article":null}',
    ),
  };
  for (const [name, answers] of Object.entries(failures)) {
    it(`has no answer when the service is ${name}, after one try, and says why in the metrics alone`, async () => {
      chat.answers = answers;
      const { read, counted, lines } = await open({}, 200);
      const before = Date.now();
      assert.equal(await read(), undefined);
      assert.ok(Date.now() - before < 1_500);
      assert.equal(chat.asked.length, 1);
      assert.deepEqual(await counted(), { [name.split(/[ ,]/)[0] ?? '']: 1 });
      assert.deepEqual(lines, []);
    });
  }

  it('leaves a service alone for a minute after five failures in a row, then asks once', async () => {
    chat.answers = says.status(500);
    const { read, counted, lines } = await open();
    for (let n = 0; n < 7; n++) await read();
    assert.equal(chat.asked.length, 5);
    assert.deepEqual(await counted(), { failed: 5, paused: 2 });
    now = now.add({ seconds: 59 });
    await read();
    assert.equal(chat.asked.length, 5);
    now = now.add({ seconds: 1 });
    await read();
    await read();
    assert.equal(chat.asked.length, 6);
    now = now.add({ minutes: 1 });
    chat.answers = says.read({ command: 'help' });
    assert.equal((await read())?.command, 'help');
    assert.equal((await read())?.command, 'help');
    assert.match(lines.join('\n'), /left alone/);
    assert.doesNotMatch(lines.join('\n'), /fancy|a-key/);
  });

  it('goes on asking when texts make the model refuse or babble', async () => {
    chat.answers = says.refusal;
    const { read } = await open();
    for (let n = 0; n < 7; n++) await read();
    assert.equal(chat.asked.length, 7);
  });

  it('asks no more often a day than it may for a tenant; others have their own budget', async () => {
    const { read, counted } = await open({ callsPerDay: 2 });
    for (let n = 0; n < 4; n++) await read('a');
    assert.equal(chat.asked.length, 2);
    await read('b');
    assert.equal(chat.asked.length, 3);
    assert.deepEqual(await counted(), { answered: 3, overBudget: 2 });
    now = now.add({ hours: 1 });
    assert.ok(await read('a'), 'a new day of UTC');
  });

  it('asks no more when the calls of a day took too many tokens', async () => {
    const { read } = await open({ callsPerDay: 4 });
    chat.answers = (response) => {
      const choices = [{ message: { content: '{}' } }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices, usage: { total_tokens: 9_000 } }));
    };
    for (let n = 0; n < 4; n++) await read();
    assert.equal(chat.asked.length, 2);
  });

  it('is not led elsewhere by variables that the client library knows', async () => {
    const names = ['OPENAI_BASE_URL', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID'];
    for (const name of names) process.env[name] = 'http://127.0.0.1:9';
    try {
      const { read } = await open();
      assert.ok(await read());
    } finally {
      for (const name of names) delete process.env[name];
    }
    assert.doesNotMatch(JSON.stringify(chat.asked[0]?.headers), /openai-(?:org|proj)/i);
  });
});
