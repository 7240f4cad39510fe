import assert from 'node:assert/strict';
import sinon from 'sinon';
import { wakeTenant } from '../../../commerce/ports/wakeTenant.ts';
import { waitingIn } from '../../../storage/contract/waitingKinds.ts';
import type { Storage } from '../../../storage/open.ts';
import { sampleCase } from '../../support/cards/cases/sampleCaseViews.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { aMove, anApproval, anOrder, aWatch } from '../../support/storage/samples.ts';
import { aChange } from '../manualChange/changes.ts';

const later = '2026-12-01T09:00:00Z';
const now = Temporal.Instant.from('2026-11-23T12:00:00Z');

describe('Waking a tenant', () => {
  let place: LowdbPlace;
  let storage: Storage;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
  });
  afterEach(() => place.drop());

  const woken = async (): Promise<void> => {
    const wake = sinon.spy();
    await wakeTenant({ waiting: waitingIn(storage), now: () => now, wake }, 'tenant-1');
    assert.equal(wake.callCount, 1);
  };

  it('has everything of its own that waits looked at now, of every kind', async () => {
    await storage.orders.insert(anOrder({ nextCheckAt: later }));
    await storage.watches.insert(aWatch({ nextCheckAt: later }));
    await storage.moves.insert(aMove({ nextCheckAt: later }));
    await storage.manualChanges.insert(aChange({ nextCheckAt: later }));
    await storage.approvals.insert(anApproval({ nextCheckAt: later }));
    await storage.cases.insert({ ...sampleCase, nextCheckAt: later });
    await woken();
    for (const { rows } of waitingIn(storage)) {
      assert.equal((await rows.due(now.toString(), 10)).length, 1);
    }
  });

  it('leaves alone what is over, and what is of another tenant', async () => {
    await storage.orders.insert(anOrder({ state: 'completed' }));
    await storage.watches.insert(aWatch({ state: 'stopped' }));
    await storage.orders.insert(
      anOrder({ id: 'UPG-00000002', quoteId: 'quote-2', tenantId: 'tenant-2', nextCheckAt: later }),
    );
    await woken();
    for (const { rows } of waitingIn(storage)) {
      assert.deepEqual(await rows.due(now.toString(), 10), []);
    }
  });
});
