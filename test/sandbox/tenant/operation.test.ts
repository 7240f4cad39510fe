import assert from 'node:assert/strict';
import { type Operation, statusOf } from '../../../sandbox/tenant/operation.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';

const placedAt = Temporal.Instant.from('2026-11-23T12:00:00Z');
const hour = 3600;

const operation: Operation = {
  id: 'operation',
  clientRequestId: 'request',
  subscriptionId: 'old',
  newSubscriptionId: 'new',
  targetSkuId: skus.businessPremium,
  quantity: 25,
  term: 'P1Y',
  billing: 'monthly',
  removes: [],
  placedAt: placedAt.toString(),
  users: 22,
  failures: [],
  pace: { provisioning: 4, reassigning: 8, cancellingOld: 2, pollAfterSeconds: 1 },
};

const instant = (seconds: number) => placedAt.add({ milliseconds: seconds * 1000 });

describe('The timeline of a simulated upgrade', () => {
  const cases: [seconds: number, phase: string, moved: number, newId: string | undefined][] = [
    [0, 'provisioning', 0, undefined],
    [3.9, 'provisioning', 0, undefined],
    [4, 'reassigning', 0, 'new'],
    [8, 'reassigning', 11, 'new'],
    [11.9, 'reassigning', 21, 'new'],
    [12, 'cancellingOld', 22, 'new'],
    [14, 'completed', 22, 'new'],
    [400 * hour, 'completed', 22, 'new'],
  ];
  for (const [seconds, phase, moved, newId] of cases) {
    it(`is in ${phase} with ${moved} users moved after ${seconds} s`, () => {
      const status = statusOf(operation, instant(seconds));
      assert.equal(status.phase, phase);
      assert.deepEqual(status.users, { moved, total: 22, failures: [] });
      assert.equal(status.newSubscriptionId, newId);
    });
  }

  const hints: [seconds: number, pollAfterSeconds: number, because: string][] = [
    [0, 4, 'when the plan is set up'],
    [3.9, 1, 'not at once'],
    [4, 3, 'while users are moved'],
    [11, 1, 'when the last user is moved'],
    [12, 2, 'when the old plan is ended'],
  ];
  for (const [seconds, pollAfterSeconds, because] of hints) {
    it(`after ${seconds} s asks to be looked at again in ${pollAfterSeconds} s: ${because}`, () => {
      const pace = { ...operation.pace, pollAfterSeconds: 3 };
      const status = statusOf({ ...operation, pace }, instant(seconds));
      assert.equal(status.pollAfterSeconds, pollAfterSeconds);
    });
  }

  const failures = [
    { userName: 'ylva@contoso.example', reason: 'CountViolation' },
    { userName: 'ulf@contoso.example', reason: 'UniquenessViolation' },
  ];
  const partly: [seconds: number, phase: string, moved: number, told: typeof failures][] = [
    [8, 'reassigning', 10, []],
    [12, 'cancellingOld', 20, failures],
    [14, 'completedWithUserErrors', 20, failures],
  ];
  for (const [seconds, phase, moved, told] of partly) {
    it(`with users that can't be moved is in ${phase} after ${seconds} s, and names ${told.length}`, () => {
      const status = statusOf({ ...operation, failures }, instant(seconds));
      assert.equal(status.phase, phase);
      assert.deepEqual(status.users, { moved, total: 22, failures: told });
    });
  }

  it('is taken back when it was withdrawn, whatever the time', () => {
    const withdrawn = { ...operation, withdrawnAt: placedAt.toString() };
    for (const seconds of [0, 14, 400 * hour]) {
      const status = statusOf(withdrawn, instant(seconds));
      assert.deepEqual(status, {
        phase: 'withdrawn',
        users: { moved: 0, total: 22, failures: [] },
      });
    }
  });

  const checks: [outcome: 'approved' | 'declined', hours: number, phase: string][] = [
    ['approved', 0, 'creditCheck'],
    ['approved', 19, 'creditCheck'],
    ['approved', 20, 'provisioning'],
    ['approved', 21, 'completed'],
    ['declined', 19, 'creditCheck'],
    ['declined', 20, 'declined'],
    ['declined', 48, 'declined'],
  ];
  for (const [creditCheck, hours, phase] of checks) {
    it(`with a credit check to be ${creditCheck} is in ${phase} after ${hours} h`, () => {
      assert.equal(statusOf({ ...operation, creditCheck }, instant(hours * hour)).phase, phase);
    });
  }

  it('tells why the credit check failed, and that nobody moved', () => {
    const status = statusOf({ ...operation, creditCheck: 'declined' }, instant(20 * hour));
    assert.equal(status.code, 'CreditCheckDeclined');
    assert.equal(status.users.moved, 0);
    assert.equal(status.newSubscriptionId, undefined);
  });

  it('fails when the tenant was begun anew before it was over, and stays as it was then', () => {
    const frozenAt = instant(8).toString();
    for (const seconds of [-500, 9, 400 * hour]) {
      const status = statusOf({ ...operation, frozenAt }, instant(seconds));
      assert.equal(status.phase, 'failed');
      assert.equal(status.code, 'TenantReset');
      assert.equal(status.users.moved, 11);
    }
  });

  it('stays completed when the tenant was begun anew after it was over', () => {
    const frozen = { ...operation, frozenAt: instant(20).toString() };
    assert.equal(statusOf(frozen, instant(-500)).phase, 'completed');
  });
});
