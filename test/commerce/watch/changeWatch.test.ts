import assert from 'node:assert/strict';
import sinon from 'sinon';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Watch } from '../../../commerce/model/watch.ts';
import type { WatchRepository } from '../../../commerce/ports/repositories.ts';
import { changeWatch, endWatch } from '../../../commerce/watch/changeWatch.ts';
import { watchReasons } from '../../../commerce/watch/startWatch.ts';
import { Watcher } from '../../../commerce/watch/watcher.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { anOrder } from '../../support/storage/samples.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const { sourceSkuId: skuId } = anOrder();

describe('A watch that several change at once', () => {
  let place: LowdbPlace;
  let watches: WatchRepository;
  let watch: Watch;
  const stored = async (): Promise<Watch> => (await watches.get(watch.id))!.value;
  const stop = () => changeWatch(watches, watch.id, (current) => endWatch(current, 'stopped'));

  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ watches } = await place.openStorage());
    const of = { tenantId: 't', conversation: 'c', userId: 'u', subscriptionId: 's', skuId };
    watch = watchReasons({ ...of, now: now.toString(), wakeAt: now.toString() }, ['ADD_ON']);
    await watches.insert(watch);
  });
  afterEach(async () => {
    sinon.restore();
    await place.drop();
  });

  /** While it looks, somebody does something else. */
  const watcherBeside = (meanwhile: () => Promise<unknown>) =>
    new Watcher({
      watches,
      clock: { now: async () => now },
      now: () => now,
      gatherFacts: async () => {
        await meanwhile();
        return { ...clearFacts, roles: { entra: [], billing: [] } };
      },
    });

  it('is stopped beside a watcher that writes at the same moment', async () => {
    const later = (minutes: number) => (current: Watch) =>
      current.state === 'open'
        ? { ...current, nextCheckAt: now.add({ minutes }).toString() }
        : current;
    const looks = [1, 2, 3, 4].map((minutes) => changeWatch(watches, watch.id, later(minutes)));
    await Promise.all([...looks, stop()]);
    assert.equal((await stored()).state, 'stopped');
  });

  it('stays stopped when the watcher was looking just then', async () => {
    assert.equal(await watcherBeside(stop).step(watch.id), undefined);
    const { state, nextCheckAt, notice } = await stored();
    assert.deepEqual([state, nextCheckAt, notice], ['stopped', undefined, undefined]);
  });

  it('is looked at again at once when it was woken while the watcher looked', async () => {
    const wakeAt = now.add({ seconds: 1 }).toString();
    const wake = () =>
      changeWatch(watches, watch.id, (current) => ({ ...current, nextCheckAt: wakeAt }));
    assert.equal(await watcherBeside(wake).step(watch.id), undefined);
    const { nextCheckAt, codes } = await stored();
    assert.equal(nextCheckAt, wakeAt);
    assert.deepEqual(codes, ['INSUFFICIENT_ROLE']);
  });

  it('that is not there changes nothing', async () => {
    await changeWatch(watches, 'other', () => assert.fail());
  });

  it('gives up when somebody else is always faster', async () => {
    const replace = sinon.stub(watches, 'replace').rejects(new UpgraderaError('storage.conflict'));
    await assert.rejects(stop(), { code: 'storage.conflict' });
    assert.equal(replace.callCount, 10);
  });
});
