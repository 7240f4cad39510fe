import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { answerSeconds, TurnDesk } from '../../support/bot/turnDesk.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

const { t } = localiser('en-US');
const unavailable = t('errors.upstream.unavailable');
/** Calls that may follow one another in a turn. */
const callsInARow = 3;
/** Milliseconds besides. */
const rest = 800;

describe('A service that answers nothing any more', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  /** @returns what the turn said and showed */
  async function inTime(turn: () => Promise<{ status: number }>): Promise<string> {
    const seen = desk.teams.messages.length;
    const begun = performance.now();
    assert.equal((await turn()).status, 200);
    const took = performance.now() - begun;
    assert.ok(took < callsInARow * answerSeconds * 1_000 + rest, `took ${took} ms`);
    return JSON.stringify(desk.teams.messages.slice(seen));
  }
  const hang = (hangs = true) => desk.hang(desk.teams.tenantId!, hangs);

  const turns: [what: string, text: string][] = [
    ['the first card', 'hi'],
    ['the products', 'upgrade'],
    ['the status', 'status'],
    ['an order that is taken back', 'withdraw'],
  ];
  for (const [what, text] of turns) {
    it(`is not waited for: ${what}`, async () => {
      hang();
      const answer = await inTime(() => desk.teams.say(text));
      assert.notEqual(answer, '[]', 'somebody is answered');
    });
  }

  it('leaves a step as it is: its button is there, and works when the service is back', async () => {
    await desk.say('upgrade');
    const plans = desk.teams.lastCard('plans');
    hang();
    const { messageId } = plans;
    assert.match(await inTime(() => desk.teams.press(plans, 'plan.choose')), RegExp(unavailable));
    assert.deepEqual(desk.teams.card(messageId), plans);
    assert.match(await inTime(() => desk.teams.say('business premium')), RegExp(unavailable));
    hang(false);
    await desk.teams.press(desk.teams.card(messageId), 'plan.choose');
    assert.equal(desk.shown('configure').length, 1);
  });

  it('orders nothing, and the review can be confirmed when the service is back', async () => {
    for (const text of ['upgrade', 'business premium', 'next']) await desk.say(text);
    const orders = () => desk.storage.orders.listByTenant(desk.teams.tenantId!);
    const { messageId } = desk.teams.lastCard('review');
    const place = () => desk.teams.press(desk.teams.card(messageId), 'order.place');
    hang();
    assert.match(await inTime(place), RegExp(unavailable));
    assert.equal((await orders()).length, 0);
    hang(false);
    await place();
    assert.equal((await orders()).length, 1);
    assert.equal(desk.shown('order').length, 1);
  });

  it('keeps nobody else waiting', async () => {
    const other = await FakeTeams.start({ botUrl: desk.server.url });
    try {
      hang();
      const waiting = desk.teams.say('upgrade');
      const begun = performance.now();
      await other.say('upgrade');
      assert.ok(other.lastCard('plans'));
      assert.ok(performance.now() - begun < answerSeconds * 1_000 + rest);
      await waiting;
    } finally {
      await other.stop();
    }
  });
});
