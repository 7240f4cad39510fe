import assert from 'node:assert/strict';
import { type CardId, cardKinds, type Verb, verbs } from '../../../../cards/cards.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import { askedCards, deskCards, notSimulated, waysToCards } from './waysToCards.ts';
import {
  doneIn,
  openWorld,
  people,
  press,
  type Seat,
  verbsOf,
  type Who,
  type World,
} from './world.ts';

const everybody = Object.keys(people) as Who[];
const customers = everybody.filter((who) => who !== 'agent');

/** Who may press which button of a card that is before them. */
const mayPress: readonly { who: readonly Who[]; verbs: readonly Verb[] }[] = [
  {
    who: everybody,
    verbs: [
      ...([
        'upgrade.start',
        'status.show',
        'manual.start',
        'support.request',
        'help.show',
      ] as const),
      ...(['answer.back', 'reading.choose', 'product.choose', 'product.page'] as const),
      ...(['diagnosis.recheck', 'diagnosis.watch', 'order.abandon', 'order.refresh'] as const),
      ...(['order.list', 'manual.choose', 'manual.page', 'manual.other', 'manual.back'] as const),
      ...(['move.refresh', 'move.report', 'move.left', 'case.open', 'case.show'] as const),
    ],
  },
  // Of their own order, change or case, whatever their role is by now; an agent has none.
  {
    who: customers,
    verbs: [
      ...(['purchase.placed', 'purchase.instead', 'notice.mute', 'watch.stop'] as const),
      ...(['manual.done', 'manual.next', 'manual.leave', 'manual.fewer', 'manual.stop'] as const),
      ...(['manual.move', 'backup.done', 'case.withdraw', 'case.reopen'] as const),
      ...(['suggestion.take', 'approval.prepare', 'approval.withdraw'] as const),
      ...(['case.share', 'case.keep', 'order.page'] as const),
    ],
  },
  {
    who: ['global', 'billing', 'foreign'],
    verbs: [
      ...(['plan.choose', 'plan.compare', 'plan.page', 'plan.back', 'configure.submit'] as const),
      ...(['forfeit.accept', 'forfeit.wait', 'review.change', 'review.update'] as const),
      ...(['review.back', 'order.place', 'order.withdraw'] as const),
      ...(['approval.send', 'approval.show'] as const),
    ],
  },
  {
    who: ['global', 'billing', 'licence', 'foreign'],
    verbs: [
      ...(['diagnosis.list', 'free.start', 'free.suggest', 'free.buy'] as const),
      ...(['move.choose', 'move.pick', 'move.page', 'manual.begin', 'move.back'] as const),
    ],
  },
  {
    who: ['global', 'licence', 'foreign'],
    verbs: [
      ...(['move.start', 'move.pause', 'move.resume', 'move.stop', 'move.retry'] as const),
      'move.undo',
    ],
  },
  {
    who: ['agent'],
    verbs: [
      ...([
        'case.take',
        'case.takeover',
        'case.give',
        'case.ask',
        'case.wait',
        'case.goon',
      ] as const),
      ...(['case.close', 'case.note', 'case.look', 'case.talk', 'case.guide'] as const),
      ...(['guide.article', 'guide.check'] as const),
      ...(['guide.order', 'guide.licences', 'guide.diagnosis'] as const),
    ],
  },
  // Their own is approved by nobody; that of others is in the conversations.
  { who: [], verbs: ['approval.approve', 'approval.return'] },
  // The list of their own customers' cases.
  { who: ['agent', 'foreign'], verbs: ['desk.filter', 'desk.page'] },
];

/** Where the card is about nothing that the verb could be about, and where a list is one's own. */
const otherwise: Partial<Record<`${CardId} ${Verb}`, readonly Who[]>> = {
  'notice suggestion.take': [],
  'move-plan manual.next': [],
  'move manual.next': [],
  'move-plan move.page': everybody,
  'move-plan move.back': customers,
  // About none.
  'notice approval.show': everybody,
  'free-users diagnosis.recheck': ['global', 'billing', 'licence', 'foreign'],
};

function who(kind: CardId, verb: Verb): readonly Who[] {
  const usual = mayPress.find((row) => row.verbs.includes(verb));
  return otherwise[`${kind} ${verb}`] ?? usual?.who ?? [];
}

const refusals = [
  'dialogs.press.old',
  'dialogs.press.notYours',
  'dialogs.desk.never',
  'dialogs.review.blocked',
  'dialogs.diagnosis.listRole',
  'dialogs.withdraw.role',
  'dialogs.manual.role',
  'dialogs.manual.mayNotMove',
  'dialogs.freeing.mayNotMove',
  'errors.desk.not-agent',
  'errors.case.unknown',
  'errors.change.unknown',
  'errors.order.unknown',
  'errors.move.unknown',
  'errors.approval.unknown',
  'dialogs.approval.notYours',
].map((key) => localiser('en-US').t(key));

const isRefused = (said: string): boolean => refusals.some((sentence) => said.includes(sentence));
/** Done, though where it leads is not for everybody. */
const leadsOn = (said: string, verb: Verb): boolean =>
  verb === 'move.back' && said.includes(localiser('en-US').t('dialogs.diagnosis.listRole'));

/** What is refused first, so that nothing that is allowed comes before it. */
const inOrder = ({ kind, who: one }: Seat): readonly Verb[] => [
  ...verbsOf(kind).filter((verb) => !who(kind, verb).includes(one)),
  ...verbsOf(kind).filter((verb) => who(kind, verb).includes(one)),
];

describe('The table of who may press what', () => {
  it('has each verb once, but for those that a simulated tenant never shows', () => {
    const shown = cardKinds.filter(({ id }) => !notSimulated.some((other) => other === id));
    const listed = mayPress.flatMap((row) => row.verbs);
    const expected = verbs.filter((verb) => shown.some((kind) => kind.verbs.includes(verb)));
    assert.deepEqual(listed.toSorted(), expected.toSorted());
    const reached = [...Object.keys(waysToCards), ...deskCards, ...askedCards];
    const withButtons = shown.filter((kind) => kind.verbs.length > 0).map(({ id }) => id);
    assert.deepEqual(reached.toSorted(), withButtons.toSorted());
  });
});

describe('Over HTTP', () => {
  let world: World;
  before(async function () {
    this.timeout(180_000);
    world = await openWorld();
  });
  after(() => world.stop());

  for (const kind of [...(Object.keys(waysToCards) as CardId[]), ...deskCards, ...askedCards]) {
    it(`no button of ${kind} works with its token from another chat, of the tenant or of another`, async () => {
      const seat = world.seats.find((one) => one.kind === kind && one.who === 'global');
      assert.ok(seat);
      const { tenantId = '' } = seat.chat;
      const before = await doneIn(world.bot, tenantId);
      for (const thief of [{ tenantId }, {}]) {
        const chat = await FakeTeams.start({ botUrl: world.bot.url, ...thief });
        for (const verb of verbsOf(kind)) {
          assert.ok(isRefused(await press(chat, seat.card, verb)), verb);
        }
        await chat.stop();
      }
      const stranger = await FakeTeams.start({
        botUrl: world.bot.url,
        tenantId,
        userId: `stranger-${kind}`,
      });
      await stranger.say('role reader');
      await stranger.stop();
      for (const verb of verbsOf(kind).filter((one) => one !== 'case.open')) {
        // In the chat itself, but in the name of somebody who was never spoken to.
        const said = await press(seat.chat, seat.card, verb, `stranger-${kind}`);
        assert.doesNotMatch(said, /\[(?:order|review|case|my-case|move|manual-change)\]|SEK/, verb);
      }
      assert.deepEqual(await doneIn(world.bot, tenantId), before);
    });

    for (const one of everybody) {
      const allowed = cardKinds
        .find(({ id }) => id === kind)
        ?.verbs.filter((verb) => who(kind, verb).includes(one));
      it(`${one} may press on ${kind}: ${allowed?.join(', ') || 'nothing'}`, async () => {
        const seat = world.seats.find((each) => each.kind === kind && each.who === one);
        assert.ok(seat);
        const { chat, card } = seat;
        const before = await doneIn(world.bot, chat.tenantId);
        let isUnchanged = true;
        for (const verb of inOrder(seat)) {
          const may = who(kind, verb).includes(one);
          if (may && isUnchanged) {
            assert.deepEqual(await doneIn(world.bot, chat.tenantId), before);
            isUnchanged = false;
          }
          const said = await press(chat, card, verb);
          assert.equal(isRefused(said) && !leadsOn(said, verb), !may, `${verb}: ${said}`);
        }
      });
    }
  }
});
