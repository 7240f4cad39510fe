import assert from 'node:assert/strict';
import sinon from 'sinon';
import { MoveCards } from '../../../../bot/outbox/shown/moveCards.ts';
import type { ShownCard } from '../../../../commerce/model/notice.ts';
import { changeMove, followMove } from '../../../../commerce/move/changeMove.ts';
import { chatKey, NoticeDesk } from '../../../support/bot/noticeDesk.ts';
import { aMove, aMovePart } from '../../../support/storage/samples.ts';
import { buttonsOf } from '../../../support/teams/cardButtons.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import { catalog } from '../../../support/tenant/simulatedTenant.ts';

describe('The card of a move', () => {
  let desk: NoticeDesk;
  let cards: MoveCards;
  beforeEach(async () => {
    desk = await NoticeDesk.open();
    const { sandbox } = desk.tenant;
    const { moves, moveParts } = desk.storage;
    cards = new MoveCards(
      { moves, moveParts, catalog, seller: sandbox, clock: sandbox },
      desk.showing(),
    );
  });
  afterEach(async () => {
    sinon.restore();
    await cards.stop();
    await desk.close();
  });

  async function shown(): Promise<ShownCard> {
    const { reference } = await desk.conversation();
    let activityId = '';
    await desk.adapter.continueConversation(reference, async (context) => {
      activityId = (await context.sendActivity('card'))?.id ?? '';
    });
    return { conversation: chatKey, activityId, token: 'token-1', revision: 0 };
  }

  it('is replaced in place as the move goes on, with the same token', async () => {
    const { moves } = desk.storage;
    await moves.insert(aMove({ state: 'running' }));
    const card = await shown();
    await followMove(moves, 'move-1', card);
    await changeMove(moves, 'move-1', (move) => ({
      ...move,
      revision: move.revision + 1,
      tally: { ...move.tally, states: { moved: 20, waiting: 30 } },
    }));
    cards.showProgress('move-1');
    await desk.teams.waitFor(() => desk.calls('PUT') === 1);
    const seen = desk.teams.card(card.activityId);
    assert.match(textOf(seen), /20 of 50 users have moved/);
    assert.ok(buttonsOf(seen.json).every(({ data }) => data?.token === 'token-1'));
  });

  it('lists who was refused once it is over, and counts them before', async () => {
    const { moves, moveParts } = desk.storage;
    const states = { moved: 1, refused: 1 };
    const { users } = aMovePart();
    const [user] = users;
    assert.ok(user);
    const refused = {
      ...user,
      name: 'Ada Left',
      state: 'refused',
      reason: 'CountViolation',
    } as const;
    await moveParts.save({ ...aMovePart(), users: [refused] }, 0);
    const running = aMove({ state: 'running', parts: 1 });
    await moves.insert({ ...running, tally: { ...running.tally, states } });
    const card = await shown();
    await followMove(moves, 'move-1', card);
    const read = sinon.spy(moveParts, 'get');
    cards.showProgress('move-1');
    await desk.teams.waitFor(() => desk.calls('PUT') === 1);
    assert.equal(read.callCount, 0);
    assert.doesNotMatch(textOf(desk.teams.card(card.activityId)), /Ada Left/);
    await cards.stop();
    await changeMove(moves, 'move-1', (move) => ({ ...move, state: 'doneWithUsersLeft' }));
    const later = new MoveCards(
      { moves, moveParts, catalog, seller: desk.tenant.sandbox, clock: desk.tenant.sandbox },
      desk.showing(),
    );
    later.showProgress('move-1');
    await desk.teams.waitFor(() => desk.calls('PUT') === 2);
    await later.stop();
    assert.match(textOf(desk.teams.card(card.activityId)), /Ada Left/);
  });

  it('of the latest four is followed', async () => {
    const { moves } = desk.storage;
    await moves.insert(aMove({ state: 'running' }));
    for (const number of [1, 2, 3, 4, 5]) {
      const card = { conversation: chatKey, activityId: `${number}`, token: 't', revision: 0 };
      await followMove(moves, 'move-1', card);
    }
    const stored = (await moves.get('move-1'))?.value;
    assert.deepEqual(
      stored?.cards?.map(({ activityId }) => activityId),
      ['2', '3', '4', '5'],
    );
  });
});
