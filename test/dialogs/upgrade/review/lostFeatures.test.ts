import assert from 'node:assert/strict';
import { skus } from '../../../../sandbox/tenant/skus.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../../support/teams/transcript.ts';

const toPlans: Exchange = ['upgrade', '', '', '[plans]'];
const pressed: Exchange[] = [
  ['press plan.page {"choice":"2"}', '=plans'],
  [`press plan.choose {"choice":"${skus.office365E1}"}`, '=[configure]'],
];
const ways: [how: string, locale: string, table: Exchange[]][] = [
  ['by typing the cheapest', 'en-US', [toPlans, ['the cheapest', '=plans', '[configure]']]],
  ['by its button', 'en-US', [toPlans, ...pressed]],
  [
    'by typing the cheapest',
    'sv-SE',
    [
      ['uppgradera', '', '', '[plans]'],
      ['den billigaste', '=plans', '[configure]'],
    ],
  ],
];

const lostOn = ({ teams }: Talk, card: string): string | undefined =>
  textOf(teams.lastCard(card))
    .split('\n')
    .find((line) => line.startsWith('✗'));

describe('What users lose with a plan that has less', () => {
  for (const [how, locale, table] of ways) {
    it(`is said where licenses are asked for, as on the review, when it is chosen ${how}, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          await talk.play(table);
          const told = lostOn(talk, 'configure');
          assert.match(told ?? '', /^✗ (?:No longer|Försvinner): .+/);
          const next = locale === 'en-US' ? 'next' : 'nästa';
          await talk.play([[next, '=configure', '[review]']]);
          assert.equal(lostOn(talk, 'review'), told);
        },
        { locale },
      ));
  }

  it('is not spoken of where nothing is lost', () =>
    withTalk(async (talk) => {
      await talk.play([toPlans, ['business premium', '=plans', '[configure]']]);
      assert.equal(lostOn(talk, 'configure'), undefined);
    }));
});
