import assert from 'node:assert/strict';
import type { Approval } from '../../../commerce/approval/approval.ts';
import { ApprovalWatcher } from '../../../commerce/approval/approvalWatcher.ts';
import { happen } from '../../../commerce/approval/changes.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { approvingSeconds } from '../../../commerce/model/policyValues.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { anApproval, anOrder } from '../../support/storage/samples.ts';

const asked = anApproval({ nextCheckAt: '2026-03-08T09:00:00Z' });
const robin = { userId: 'robin', name: 'Robin' };

/** What becomes of it when it is looked at that long after it was asked for. */
async function lookedAt(
  place: LowdbPlace,
  approval: Approval,
  after: Temporal.DurationLike,
  order?: Order,
): Promise<Approval | undefined> {
  const storage = await place.openStorage();
  const now = Temporal.Instant.from(asked.startedAt).add(after);
  await storage.approvals.insert(approval);
  if (order) await storage.orders.insert(order);
  const watcher = new ApprovalWatcher({
    ...storage,
    clock: { now: async () => now },
    now: () => now,
  });
  await watcher.step(approval.id);
  return (await storage.approvals.get(approval.id))?.value;
}

describe('An approval that is looked at', () => {
  let place: LowdbPlace;
  beforeEach(async () => {
    place = await LowdbPlace.make();
  });
  afterEach(() => place.drop());

  const approving = happen(asked, 'approve', {
    by: robin,
    now: asked.startedAt,
    realNow: asked.startedAt,
  });
  const seconds = approvingSeconds + 1;

  it('is looked at soon after somebody has begun to approve it', () => {
    const due = Temporal.Instant.from(asked.startedAt).add({ seconds: approvingSeconds });
    assert.equal(approving.nextCheckAt, due.toString());
  });

  it('is approved where the process died right after the order was written', async () => {
    const order = anOrder({ quoteId: asked.quoteId, placedBy: robin });
    const after = await lookedAt(place, approving, { seconds }, order);
    assert.equal(after?.state, 'approved');
    assert.equal(after?.orderId, order.id);
    assert.deepEqual(after?.decidedBy, robin);
    assert.deepEqual(
      after?.notices.map(({ kind, userId }) => `${kind} ${userId}`),
      [`approved ${asked.askedBy.userId}`],
    );
    assert.equal(after?.nextCheckAt, undefined);
  });

  it('waits on where the process died before there was an order', async () => {
    const after = await lookedAt(place, approving, { seconds });
    assert.equal(after?.state, 'asked');
    assert.equal(after?.decidedBy, undefined);
    assert.deepEqual(after?.notices, []);
  });

  it('waits on before its time', async () => {
    assert.equal((await lookedAt(place, asked, { hours: 6 * 24 }))?.state, 'asked');
  });

  it('has run out after its time, and who asked is told', async () => {
    const after = await lookedAt(place, asked, { hours: 7 * 24 });
    assert.equal(after?.state, 'expired');
    assert.deepEqual(
      after?.notices.map(({ kind }) => kind),
      ['expired'],
    );
  });
});
