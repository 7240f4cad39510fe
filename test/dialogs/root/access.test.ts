import assert from 'node:assert/strict';
import sinon from 'sinon';
import { cardKinds, type Verb, verbs } from '../../../cards/cards.ts';
import { type Need, needOfStep, needOfVerb } from '../../../dialogs/root/access.ts';
import { TurnDesk } from '../../support/bot/turnDesk.ts';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toConfigure, toPlans, toReview } from '../../support/teams/ways.ts';

/** What each verb needs; a new one has to be thought of here too. */
const table: Record<Need, string[]> = {
  anybody: [
    'answer.back',
    'approval.prepare',
    'case.open',
    'connect.end',
    'connect.keep',
    'connect.link',
    'diagnosis.recheck',
    'diagnosis.watch',
    'help.show',
    'manual.back',
    'manual.begin',
    'manual.choose',
    'manual.other',
    'manual.page',
    'manual.start',
    'order.abandon',
    'product.choose',
    'product.page',
    'reading.choose',
    'status.show',
    'support.request',
    'upgrade.start',
    'watch.stop',
  ],
  agent: [
    'case.ask',
    'case.close',
    'case.give',
    'case.goon',
    'case.guide',
    'case.look',
    'case.note',
    'case.take',
    'case.takeover',
    'case.talk',
    'case.wait',
    'desk.filter',
    'desk.page',
    'guide.article',
    'guide.check',
    'guide.diagnosis',
    'guide.licences',
    'guide.order',
  ],
  approval: ['approval.approve', 'approval.return', 'approval.show', 'approval.withdraw'],
  case: ['case.keep', 'case.reopen', 'case.share', 'case.show', 'case.withdraw', 'suggestion.take'],
  change: [
    'backup.done',
    'manual.done',
    'manual.fewer',
    'manual.leave',
    'manual.move',
    'manual.next',
    'manual.stop',
    'move.back',
    'move.choose',
    'move.left',
    'move.page',
    'move.pause',
    'move.pick',
    'move.refresh',
    'move.report',
    'move.resume',
    'move.retry',
    'move.start',
    'move.stop',
    'move.undo',
  ],
  prices: [
    'approval.send',
    'configure.submit',
    'forfeit.accept',
    'forfeit.wait',
    'order.place',
    'plan.back',
    'plan.choose',
    'plan.compare',
    'plan.page',
    'purchase.check',
    'purchase.wait',
    'review.back',
    'review.change',
    'review.update',
  ],
  users: ['diagnosis.list', 'free.buy', 'free.start', 'free.suggest'],
  order: [
    'notice.mute',
    'order.list',
    'order.page',
    'order.refresh',
    'order.withdraw',
    'purchase.instead',
    'purchase.placed',
  ],
};

const toForfeit: Exchange[] = [
  ['scenario prepaid-forfeit', ''],
  ...toConfigure,
  ['month to month', '=configure', '[forfeit]'],
];
/** Nobody gets there in a simulated tenant. */
const onlyReal: readonly string[] = ['admin-center'];
/** How each of the other cards with prices is reached. */
const ways: Record<string, readonly Exchange[]> = {
  plans: toPlans,
  comparison: [...toPlans, ['compare business premium and e3', '[comparison]']],
  configure: toConfigure,
  forfeit: toForfeit,
  review: toReview,
  'change-soldto': [...toReview, ['press review.change {"choice":"soldTo"}', '[change-soldto]']],
  'change-payment': [...toReview, ['press review.change {"choice":"payment"}', '[change-payment]']],
  'change-items': [...toReview, ['press review.change {"choice":"items"}', '[change-items]']],
};

async function loseRole({ teams }: Talk): Promise<void> {
  await teams.say('role license-admin');
}

/** What came after so many messages. */
const since = ({ teams }: Talk, count: number): string =>
  teams.messages
    .slice(count)
    .map(({ activity }) => `${activity.text ?? ''} ${JSON.stringify(activity.attachments ?? '')}`)
    .join('\n');

describe('What may be pressed, verb by verb', () => {
  for (const [need, expected] of Object.entries(table)) {
    it(`needs ${need}: ${expected.join(', ')}`, () => {
      assert.deepEqual(verbs.filter((verb) => needOfVerb(verb) === need).toSorted(), expected);
    });
  }

  it('holds for what is typed where these are the buttons', () => {
    const withPrices = cardKinds
      .filter(({ id }) => needOfStep(id) === 'prices' && !onlyReal.includes(id))
      .map(({ id }) => id);
    assert.deepEqual(withPrices.toSorted(), Object.keys(ways).toSorted());
  });
});

describe('Who has lost the right to see prices', () => {
  for (const [card, way] of Object.entries(ways)) {
    it(`gets none by any button or word at the card ${card}, but the reason`, () =>
      withTalk(async (talk) => {
        await talk.play(way);
        const shown = structuredClone(talk.teams.lastCard(card));
        await loseRole(talk);
        const pressed = buttonsOf(shown.json).filter(
          ({ data }) => needOfVerb(data?.verb as Verb) === 'prices',
        );
        assert.ok(pressed.length > 0);
        for (const { data } of pressed) {
          const count = talk.teams.messages.length;
          await talk.teams.press(shown, data ?? {}, {});
          assert.doesNotMatch(since(talk, count), /SEK|USD/, JSON.stringify(data));
          assert.match(textOf(talk.teams.lastCard('diagnosis')), /INSUFFICIENT_ROLE/);
        }
      }));

    it(`gets none by words at the card ${card}`, () =>
      withTalk(async (talk) => {
        await talk.play(way);
        await loseRole(talk);
        for (const text of ['yearly', 'business premium', 'svenska', 'place order']) {
          const count = talk.teams.messages.length;
          await talk.teams.say(text);
          assert.doesNotMatch(since(talk, count), /SEK|USD|[\d\u00a0]kr\b/, text);
        }
      }));
  }

  it('is given no list of users without a role for it, by button or by word', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario license-conflict', ''],
        ['role reader', 'reader'],
        ['upgrade', '', '[diagnosis]'],
        ['user list', 'may not list users'],
      ]);
      assert.doesNotMatch(textOf(talk.teams.lastCard('diagnosis')), /Without a bought license/);
    }));
});

describe('Who may see prices', () => {
  it('is looked up once for a step and for what the step does', async () => {
    const desk = await TurnDesk.open();
    try {
      for (const text of ['upgrade', 'business premium']) await desk.say(text);
      const roles = sinon.spy(desk.tenant.sandbox, 'roles');
      await desk.say('30, yearly');
      assert.equal(desk.shown('review').length, 1);
      assert.equal(roles.callCount, 1);
    } finally {
      await desk.close();
    }
  });
});
