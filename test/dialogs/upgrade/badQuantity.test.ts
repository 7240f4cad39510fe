import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { inputsOf } from '../../support/teams/cardButtons.ts';
import { startTalk, type Talk } from '../../support/teams/transcript.ts';
import { toConfigure, toReview } from '../../support/teams/ways.ts';

const { t } = localiser('en-US');

describe('A quantity that is none', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await startTalk();
  });
  afterEach(() => talk.end());

  const inputs = () => inputsOf(talk.teams.lastCard().json);

  for (const quantity of ['', '-3', '2.5', 'many', '1e9']) {
    it(`leaves the other answers as they were given: “${quantity}”`, async () => {
      await talk.play(toConfigure);
      const { quantity: before, ...chosen } = inputs();
      assert.notEqual(chosen.terms, 'P1M monthly');
      const given = { quantity, terms: 'P1M monthly' };
      await talk.teams.press(talk.teams.lastCard('configure'), 'configure.submit', given);
      assert.deepEqual(inputs(), { quantity: before, terms: 'P1M monthly' });
      assert.ok(
        JSON.stringify(talk.teams.lastCard('configure').json).includes(
          t('dialogs.configure.wholeNumber', { minimum: '25' }),
        ),
      );
    });
  }

  it('leaves them so also when the licences are changed on the review', async () => {
    await talk.play([...toReview, ['press review.change {"choice":"items"}', '[change-items]']]);
    const given = { quantity: 'x', terms: 'P1M monthly' };
    await talk.teams.press(talk.teams.lastCard('change-items'), 'review.update', given);
    assert.equal(inputs().terms, 'P1M monthly');
  });

  it('is said to be missing where a message is nothing but markup, and the step waits on', () =>
    talk.play([
      ...toConfigure,
      ['<script>alert(1)</script>', 'no number in that message'],
      ['30, yearly', '=configure', '[review]'],
      ['change licenses', '[change-items]'],
      ['<script>alert(1)</script>', 'no number in that message'],
      ['31', '=review', '=change-items', '[review]'],
    ]));

  it('is no reason to forget the number, when it is the way to pay that nobody sells', async () => {
    await talk.play([
      ['upgrade', '', '', '[plans]'],
      [
        'Premium, 27 licenses, three years, one invoice a year',
        '=plans',
        '[configure]',
        'not sold',
      ],
      ['one year then, paid monthly', '=configure', '[review]'],
    ]);
    assert.match(JSON.stringify(talk.teams.lastCard('review').json), /27 (?:×|licenses)/);
  });
});
