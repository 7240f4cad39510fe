import assert from 'node:assert/strict';
import type { UpgraderaError } from '../../../../commerce/base/errors.ts';
import type { Order } from '../../../../commerce/model/order.ts';
import { UpgradeWorker } from '../../../../commerce/order/service/worker.ts';
import type { Clock } from '../../../../commerce/ports/clock.ts';
import type { OrderRepository } from '../../../../commerce/ports/repositories.ts';
import type { OperationStatus, Seller } from '../../../../commerce/ports/seller.ts';
import { LowdbPlace } from '../../../support/storage/place.ts';
import { anOrder } from '../../../support/storage/samples.ts';
import { account } from '../../../support/tenant/clearFacts.ts';

type Phase = OperationStatus['phase'];

const { id } = anOrder();
const realNow = Temporal.Instant.from('2026-11-23T12:00:00Z');
/** A Friday afternoon in Stockholm. */
const friday = '2026-11-27T15:00:00Z';
const unmoved = { moved: 0, total: 20, failures: [] };

/** Over a service that answers as the test says. */
describe('A look of the worker', () => {
  let place: LowdbPlace;
  let orders: OrderRepository;
  let tenantNow: string;

  const order = async (): Promise<Order> => (await orders.get(id))!.value;
  const step = (status: Partial<OperationStatus> & { phase: Phase }): Promise<unknown> => {
    const answer = { users: unmoved, pollAfterSeconds: 1, ...status };
    const service: Pick<Seller, 'operation' | 'billingAccount'> & Clock = {
      operation: async () => answer,
      billingAccount: async () => account,
      now: async () => Temporal.Instant.from(tenantNow),
    };
    const seller = service as Seller & Clock;
    const worker = new UpgradeWorker({
      seller,
      clock: seller,
      orders,
      quotes: { get: () => assert.fail() },
      now: () => realNow,
      onChange: async () => undefined,
    });
    return worker.step(id);
  };
  const look = async (status: Parameters<typeof step>[0]): Promise<void> => {
    assert.equal(await step(status), undefined);
  };

  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ orders } = await place.openStorage());
    tenantNow = friday;
    await orders.insert(
      anOrder({
        operationId: 'operation-1',
        placedAt: friday.toString(),
        nextCheckAt: realNow.toString(),
      }),
    );
  });
  afterEach(() => place.drop());

  const ways: [phases: Phase[], states: string, told: string][] = [
    [['completed'], 'completed', 'completed'],
    [
      ['creditCheck', 'completed'],
      'creditCheck completed',
      'creditCheckStarted creditCheckApproved completed',
    ],
    [['creditCheck', 'declined'], 'creditCheck declined', 'creditCheckStarted declined'],
    [['declined'], 'declined', 'declined'],
    [['creditCheck', 'failed'], 'creditCheck failed', 'creditCheckStarted failed'],
    [
      ['creditCheck', 'creditCheck', 'provisioning', 'reassigning', 'cancellingOld', 'completed'],
      'creditCheck provisioning reassigning cancellingOld completed',
      'creditCheckStarted creditCheckApproved completed',
    ],
    [
      ['provisioning', 'completedWithUserErrors'],
      'provisioning completedWithUserErrors',
      'completedWithUserErrors',
    ],
    [['reassigning', 'failed'], 'reassigning failed', 'failed'],
  ];
  for (const [phases, states, told] of ways) {
    it(`after look finds ${phases.join(', ')} and tells ${told}`, async () => {
      for (const phase of phases) await look({ phase });
      const { audit, notices } = await order();
      const [, ...steps] = audit.map(({ to }) => to);
      assert.equal(steps.join(' '), states);
      assert.equal(notices.map(({ kind }) => kind).join(' '), told);
    });
  }

  it('that finds a step back writes none, and does not fail the order', async () => {
    await look({ phase: 'reassigning' });
    const before = await order();
    const refused = await step({ phase: 'provisioning' });
    assert.equal((refused as UpgraderaError).code, 'order.illegal-transition');
    const { nextCheckAt, audit, ...after } = await order();
    // The service won't say anything else soon; who runs it is told.
    assert.equal(nextCheckAt, '2026-11-23T12:15:00Z');
    assert.deepEqual(
      [audit.length, audit.at(-1)?.event, audit.at(-1)?.code],
      [before.audit.length + 1, 'service.refused', 'order.illegal-transition'],
    );
    const { nextCheckAt: _, audit: __, ...known } = before;
    assert.deepEqual({ ...after, failedAttempts: 0 }, known);
  });

  it('comes again when the service asks for it', async () => {
    await look({ phase: 'provisioning', pollAfterSeconds: 7.5 });
    assert.equal((await order()).nextCheckAt, '2026-11-23T12:00:07.5Z');
    await look({ phase: 'provisioning', pollAfterSeconds: 90 });
    assert.equal((await order()).nextCheckAt, '2026-11-23T12:01:30Z');
  });

  it('is stamped with the tenant’s time', async () => {
    await look({ phase: 'provisioning' });
    const { changedAt, audit } = await order();
    assert.equal(changedAt, friday);
    assert.equal(audit.at(-1)?.at, friday);
  });

  it('that finds users moved is a new revision, and none when nothing is new', async () => {
    const users = { moved: 7, total: 20, failures: [] };
    await look({ phase: 'reassigning', users });
    const { revision } = await order();
    await look({ phase: 'reassigning', users });
    assert.equal((await order()).revision, revision);
    await look({ phase: 'reassigning', users: { ...users, moved: 8 } });
    assert.equal((await order()).revision, revision + 1);
    assert.equal((await order()).users.moved, 8);
  });

  it('keeps who could not be moved, and the new subscription', async () => {
    const failures = [{ userName: 'Bo', reason: 'CountViolation' }];
    const users = { moved: 19, total: 20, failures };
    await look({ phase: 'completedWithUserErrors', users, newSubscriptionId: 'new-1' });
    const after = await order();
    assert.deepEqual(after.users, users);
    assert.equal(after.newSubscriptionId, 'new-1');
  });

  for (const phase of ['declined', 'failed'] as const) {
    it(`keeps the service’s code of an order that ${phase}`, async () => {
      await look({ phase, code: 'X1' });
      assert.equal((await order()).failureCode, 'X1');
      assert.equal((await order()).audit.at(-1)?.code, 'X1');
    });
  }

  const checks: [begins: string, by: string, why: string][] = [
    ['2026-11-23T12:00:00Z', '2026-11-25', 'within the week'],
    [friday, '2026-12-01', 'over the weekend'],
    ['2026-11-26T23:30:00Z', '2026-12-01', 'on a day that has begun in the account’s zone only'],
    ['2026-12-22T12:00:00Z', '2026-12-28', 'over Christmas'],
    ['2026-06-17T12:00:00Z', '2026-06-22', 'over Midsummer'],
  ];
  for (const [begins, by, why] of checks) {
    it(`promises a credit check begun ${why} by ${by}`, async () => {
      tenantNow = begins;
      await look({ phase: 'creditCheck' });
      assert.equal((await order()).creditCheckBy, by);
    });
  }

  it('does not move the day that was promised', async () => {
    await look({ phase: 'creditCheck' });
    tenantNow = '2026-11-30T12:00:00Z';
    await look({ phase: 'creditCheck' });
    assert.equal((await order()).creditCheckBy, '2026-12-01');
  });
});
