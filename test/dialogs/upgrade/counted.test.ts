import assert from 'node:assert/strict';
import { type Locale, locales, localiser } from '../../../locales/localiser.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';

const most = 5;

/** New messages of the bot, in turns and unasked; neither changes of cards nor typing. */
function posted({ requests }: FakeTeams): number {
  return requests.filter(
    ({ method, body }) => method === 'POST' && (body as { type?: string }).type === 'message',
  ).length;
}

async function isShort(talk: Talk, scenario: string, does: readonly string[]): Promise<void> {
  const freely = (one: string): Exchange => [one, '…'];
  await talk.play([freely(`scenario ${scenario}`)]);
  const before = posted(talk.teams);
  await talk.play(does.map(freely));
  // Time passes only when told: that answer is none of the upgrade's.
  await talk.play(['time +1h', 'wait [notice]'].map(freely));
  const presses = does.filter((one) => one.startsWith('press ')).length;
  assert.ok(presses <= most, `${presses} presses`);
  const messages = posted(talk.teams) - before - 1;
  assert.ok(messages <= most, `${messages} messages: ${talk.teams.cards.map(({ id }) => id)}`);
  assert.equal(talk.teams.lastCard().id, 'notice');
}

const pressed = ['press plan.choose', 'press configure.submit', 'press order.place'];
const typed: Record<Locale, readonly string[]> = {
  'en-US': ['upgrade', 'business premium', 'next', 'place order'],
  'sv-SE': ['uppgradera', 'business premium', 'nästa', 'lägg order'],
};

for (const locale of locales) {
  const [hello = ''] = localiser(locale).list('phrases.home');
  const ways: Record<string, [scenario: string, ...does: string[]]> = {
    'by pressing': ['happy', hello, 'press upgrade.start', ...pressed],
    'by pressing, with several subscriptions': [
      'many-products',
      hello,
      'press upgrade.start',
      'press product.choose',
      ...pressed,
    ],
    'by pressing, with prepaid time that is lost': [
      'prepaid-forfeit',
      hello,
      'press upgrade.start',
      'office 365 e1',
      'press configure.submit',
      'press forfeit.accept',
      'press order.place',
    ],
    'by typing': ['happy', ...typed[locale]],
  };
  describe(`From the first word to the notice that it is done, ${locale}`, () => {
    for (const [way, [scenario, ...does]] of Object.entries(ways)) {
      it(`takes at most ${most} presses and ${most} messages of the bot ${way}`, () =>
        withTalk((talk) => isShort(talk, scenario, does), { locale }));
    }
  });
}
