import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  backUp,
  catchUp,
  lookFor,
  setUsers,
  stopChange,
  tick,
} from '../../../commerce/manualChange/changes.ts';
import { look } from '../../../commerce/manualChange/look.ts';
import {
  changeStepSchema,
  type ManualChange,
  manualChangeSchema,
} from '../../../commerce/manualChange/manualChange.ts';
import { currentStep, stepsOf, tickOf } from '../../../commerce/manualChange/steps.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { aChange, now, owns, person } from './changes.ts';

const moment = { by: person, now };
const f3 = { skuId: skus.office365F3, quantity: 30 };
const untouched = look(aChange(), owns({}));
const everythingDone = look(
  aChange(),
  owns({ assigned: 0, autoRenew: false }, { ...f3, assigned: 22 }),
);

type Act = (change: ManualChange) => ManualChange;
const acts: Act[] = [
  ...changeStepSchema.options.map(
    (step) => (change: ManualChange) => tick(change, step, 'told', moment),
  ),
  (change) => catchUp(change, untouched, moment),
  (change) => catchUp(change, everythingDone, moment),
  (change) => backUp(change, ['mailSmaller'], moment),
  (change) => backUp(change, ['appsGone', 'phoneGone'], moment),
  (change) => lookFor(change, { userId: 'user-2', conversation: 'c', now, wakeAt: now }),
  (change) => setUsers(change, 7),
  stopChange,
];

describe('A change by hand', () => {
  it('goes its steps in their order, whatever is said in which order', () => {
    const run = fc.array(fc.constantFrom(...acts), { maxLength: 20 });
    fc.assert(
      fc.property(run, (said) => {
        const change = said.reduce((before, act) => act(before), aChange());
        const steps = stepsOf(change);
        assert.deepEqual(
          change.ticks.map(({ step }) => step),
          steps.slice(0, change.ticks.length),
        );
        assert.equal(change.state === 'done', change.ticks.length === steps.length);
        const isLookedFor = change.nextCheckAt !== undefined;
        assert.ok(!isLookedFor || (change.state === 'open' && currentStep(change) === 'wait'));
        manualChangeSchema.parse(change);
      }),
    );
  });

  it('never has the old plan ended before the users have moved (R117)', () => {
    const early = aChange();
    assert.equal(tick(early, 'end', 'told', moment), early);
    const gone = look(early, owns({ status: 'canceled' }));
    assert.equal(tickOf(catchUp(early, gone, moment), 'end'), undefined);
  });

  it('is the very same when nothing has changed, so that nothing is written', () => {
    const change = aChange();
    for (const same of [
      catchUp(change, untouched, moment),
      backUp(change, [], moment),
      setUsers(change, 'all'),
      tick(change, 'move', 'told', moment),
    ]) {
      assert.equal(same, change);
    }
  });

  it('remembers who saved what, once', () => {
    const once = backUp(aChange(), ['mailSmaller'], moment);
    const again = backUp(once, ['mailSmaller'], { by: { userId: 'x', name: 'X' }, now });
    assert.equal(again, once);
    assert.deepEqual(once.backedUp, [{ item: 'mailSmaller', by: person, at: now }]);
  });
});
