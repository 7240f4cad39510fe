import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { TurnDesk } from '../../support/bot/turnDesk.ts';

const swedish = localiser('sv-SE');
const bot = { id: '28:upgradera', name: 'Upgradera' };
const colleague = { id: '29:colleague', name: 'Bo Ek' };

describe('An activity of a kind that is not ours', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  const invokes: [name: string, value: unknown][] = [
    ['task/fetch', { data: { type: 'task/fetch' } }],
    ['signin/verifyState', { state: '123456' }],
    ['signin/tokenExchange', { id: '1', connectionName: 'x', token: 't' }],
    ['config/fetch', {}],
    ['handoff/action', { continuation: 'x' }],
    ['composeExtension/query', { commandId: 'x' }],
    ['message/submitAction', { actionName: 'feedback' }],
    ['fileConsent/invoke', { action: 'accept' }],
  ];
  for (const [name, value] of invokes) {
    it(`is answered as the SDK does where there is no handler, and with no word: ${name}`, async () => {
      const { status, body } = await desk.teams.send({ type: 'invoke', name, value });
      assert.deepEqual({ status, body }, { status: 501, body: undefined });
      assert.equal(desk.teams.requests.length, 0);
    });
  }

  it('is taken for the text that was typed when a client has put something beside it', async () => {
    await desk.teams.send({ type: 'message', text: 'help', value: {} });
    assert.equal(desk.shown('answer').length, 1);
  });

  it('speaks the language that a client writes with an underscore', async () => {
    desk.teams.locale = 'sv_SE';
    await desk.say('xyzzy');
    assert.ok(desk.teams.texts.join().includes(swedish.t('dialogs.notUnderstood')));
  });
});

describe('A chat of many', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  const inGroup = (conversationType: string, given: object) =>
    desk.teams.send({
      conversation: {
        conversationType,
        tenantId: desk.teams.tenantId,
        id: desk.teams.conversationId,
      } as never,
      ...given,
    });
  const joins = (conversationType: string, ...membersAdded: object[]) =>
    inGroup(conversationType, { type: 'conversationUpdate', membersAdded });
  const homes = () => desk.shown('home').length;
  const later = () => desk.tenant.pass({ hours: 1 });

  for (const kind of ['groupChat', 'channel']) {
    it(`is greeted when the bot joins it, and not when somebody else does later: ${kind}`, async () => {
      await joins(kind, colleague);
      assert.equal(homes(), 0);
      await inGroup(kind, { type: 'installationUpdate', action: 'add' });
      await joins(kind, bot, colleague);
      assert.equal(homes(), 1, 'once, however it is told');
      later();
      await joins(kind, colleague);
      assert.equal(homes(), 1);
      later();
      await joins(kind, bot);
      assert.equal(homes(), 2, 'it was taken out in between');
    });
  }

  it('is none when one person begins a chat of their own: that is greeted', async () => {
    await joins('personal', colleague);
    assert.equal(homes(), 1);
  });

  const say = (person: number, text: string) => {
    const from = { id: `29:${person}`, name: `P${person}`, aadObjectId: `p-${person}` };
    return inGroup('groupChat', { type: 'message', text, from });
  };
  const everybody = async (people: number) => {
    for (let person = 1; person <= people; person += 1) await say(person, 'manual');
    assert.equal(desk.shown('change-plan').length, 0);
  };

  it('remembers where each of them is, however many have begun since', async () => {
    await everybody(60);
    await say(1, '1');
    assert.equal(desk.shown('change-plan').length, 1);
  });

  it('forgets who has been silent for a month', async () => {
    await everybody(2);
    desk.tenant.pass({ hours: 31 * 24 });
    await say(2, 'hi');
    const key = `${desk.teams.tenantId}/msteams/${desk.teams.conversationId}`;
    const { stacks } = (await desk.storage.conversations.load(key))!.value;
    assert.deepEqual(
      stacks.map(({ userId }) => userId),
      ['p-2'],
    );
  });
});
