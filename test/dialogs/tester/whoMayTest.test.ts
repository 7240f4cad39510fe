import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { localiser } from '../../../locales/localiser.ts';
import { type RunningBot, startBot } from '../../support/bot/bot.ts';
import { botIdentity, channelClaims } from '../../support/bot/botIdentity.ts';
import { OpenIdServer } from '../../support/servers/openIdServer.ts';

const tester = '7d9a1f64-2c1b-4f0e-9a51-1b2c3d4e5f60';
const somebody = '7d9a1f64-2c1b-4f0e-9a51-1b2c3d4e5f61';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const { t } = localiser('en-US');

const commands: [text: string, done: string][] = [
  ['role reader', t('dialogs.tester.roleSet', { name: 'reader' })],
  ['scenario trial', t('dialogs.tester.scenarioSet', { name: 'trial' })],
  ['scenario list', 'license-conflict'],
  ['reset', t('dialogs.tester.reset')],
  ['time +2d', 'In this simulated tenant it is now'],
];

describe('Testers’ commands in Teams', () => {
  let identity: OpenIdServer;
  let bot: RunningBot;
  let tenantId: string;
  before(async () => {
    identity = await OpenIdServer.start();
  });
  after(() => identity.stop());
  beforeEach(() => {
    tenantId = randomUUID();
  });
  afterEach(() => bot.stop());

  const open = async (testers: readonly string[]) => {
    bot = await startBot({ bot: botIdentity(identity.metadataUrl), testers });
  };

  /** @returns what the bot says to it; it comes in the answer, since no real Teams is there to be called */
  const say = async (userId: string, text: string): Promise<Partial<Activity>[]> => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: identity.bearer(channelClaims(serviceUrl)),
      },
      body: JSON.stringify({
        type: 'message',
        id: randomUUID(),
        deliveryMode: 'expectReplies',
        channelId: 'msteams',
        serviceUrl,
        conversation: { id: `a:${userId}`, tenantId, conversationType: 'personal' },
        from: { id: `29:${userId}`, name: 'Alex', aadObjectId: userId },
        recipient: { id: '28:upgradera', name: 'Upgradera' },
        channelData: { tenant: { id: tenantId } },
        locale: 'en-US',
        text,
      }),
    });
    assert.equal(response.status, 200);
    return ((await response.json()) as { activities: Partial<Activity>[] }).activities;
  };
  const said = async (userId: string, text: string): Promise<string> =>
    (await say(userId, text)).map((activity) => activity.text ?? '').join('\n');
  const cardsAfter = async (userId: string, text: string): Promise<string[]> =>
    (await say(userId, text)).flatMap(({ attachments = [] }) =>
      attachments.map(({ name = '' }) => name),
    );

  for (const [text, done] of commands) {
    it(`are ordinary text for who is not named: ${text}`, async () => {
      await open([tester]);
      assert.ok(!(await said(somebody, text)).includes(done));
    });

    it(`do what they say for who is named: ${text}`, async () => {
      await open([tester]);
      assert.ok((await said(tester.toUpperCase(), text)).includes(done));
    });
  }

  it('change nothing for who is not named: the way to the plans stays open', async () => {
    await open([tester]);
    await say(somebody, 'role reader');
    await say(somebody, 'scenario trial');
    assert.ok((await cardsAfter(somebody, 'upgrade')).includes('plans'));
  });

  it('are nobody’s when nobody is named', async () => {
    await open([]);
    assert.ok(!(await said(tester, 'reset')).includes(t('dialogs.tester.reset')));
  });
});

describe('Testers’ commands without an app id', () => {
  it('are everybody’s', async () => {
    const bot = await startBot();
    try {
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: '1',
          deliveryMode: 'expectReplies',
          channelId: 'emulator',
          serviceUrl: 'http://localhost:56150',
          conversation: { id: 'c' },
          from: { id: 'user' },
          recipient: { id: 'bot' },
          locale: 'en-US',
          text: 'reset',
        }),
      });
      assert.ok((await response.text()).includes(t('dialogs.tester.reset')));
    } finally {
      await bot.stop();
    }
  });
});
