import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { TurnDesk } from '../../support/bot/turnDesk.ts';

const swedish = localiser('sv-SE');

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
  it('remembers where each of them is, however many have begun since', async () => {
    const desk = await TurnDesk.open();
    try {
      const say = (person: number, text: string) => {
        const from = { id: `29:${person}`, name: `P${person}`, aadObjectId: `p-${person}` };
        return desk.teams.send({ type: 'message', text, from });
      };
      const people = 60;
      for (let person = 1; person <= people; person += 1) await say(person, 'upgrade');
      assert.equal(desk.shown('configure').length, 0);
      await say(1, '1');
      assert.equal(desk.shown('configure').length, 1);
    } finally {
      await desk.close();
    }
  });
});
