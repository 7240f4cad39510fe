import assert from 'node:assert/strict';
import { Mover } from '../../../../commerce/move/working/mover.ts';
import { waitingKinds } from '../../../../storage/contract/waitingKinds.ts';
import { chatKey, NoticeDesk } from '../../../support/bot/noticeDesk.ts';
import { aMove, aMovePart } from '../../../support/storage/samples.ts';
import { MemoryLicences } from '../../../support/tenant/memoryLicences.ts';
import { people, products } from '../../../support/tenant/moveDesk.ts';

describe('The notice of a move', () => {
  let desk: NoticeDesk;
  beforeEach(async () => {
    desk = await NoticeDesk.open();
  });
  afterEach(() => desk.close());

  const moverOf = () => {
    const { moves, moveParts: parts, orders } = desk.storage;
    const licences = new MemoryLicences(people(1), products);
    return new Mover({ moves, parts, orders, licences, clock: desk.tenant.sandbox, now: desk.now });
  };

  it('comes once, when all users are moved, also after a restart', async () => {
    const nextCheckAt = desk.now().toString();
    await desk.storage.moves.insert(
      aMove({ state: 'running', conversation: chatKey, nextCheckAt, parts: 1 }),
    );
    await desk.storage.moveParts.save(aMovePart(), 0);
    const { moves } = desk.storage;
    assert.deepEqual(await moves.due(nextCheckAt, 9), ['move-1']);
    assert.equal(await moverOf().step('move-1'), undefined);
    assert.equal((await moves.get('move-1'))?.value.state, 'done');
    assert.deepEqual(await moves.undelivered(9), ['move-1']);
    await desk.moveSender.deliver('move-1');
    await desk.restart();
    await desk.moveSender.deliver('move-1');
    assert.equal(desk.teams.cards.length, 1);
    assert.match(JSON.stringify(desk.teams.cards[0]), /1 user has moved from Office 365 E3/);
    assert.deepEqual(await desk.storage.moves.undelivered(9), []);
    assert.equal(await desk.counted('sent', 'moves'), 1);
  });

  it('wakes a move that is under way, and nothing that is over', () => {
    const { woken } = waitingKinds.moves;
    const at = '2026-03-01T10:00:00Z';
    const under = aMove({ state: 'running', nextCheckAt: '2026-03-01T11:00:00Z' });
    assert.equal(woken(under, at).nextCheckAt, at);
    assert.equal(woken(aMove({ state: 'paused' }), at).nextCheckAt, undefined);
  });
});
