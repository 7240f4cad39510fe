import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { FaultName } from '../wire/wireFaults.ts';
import { PartnerBench } from './partnerBench.ts';

const order = /^POST .*\/transitions$/;
const lookUp = /^GET .*\/transitions$/;
const eligibilities = /^GET .*\/transitionEligibilities/;

interface Row {
  fault: FaultName;
  /** Of which calls; else of orders. */
  on?: RegExp;
  /** Whether the call has no effect. */
  before?: boolean;
  times?: number;
  /** How the order ends. */
  state: 'completed' | 'failed' | 'lapsed' | 'placed';
  code?: string;
}

const once = { times: 1, state: 'completed' } as const;
const rows: Row[] = [
  { fault: 'no answer', ...once },
  { fault: 'no answer', before: true, ...once },
  { fault: 'no answer', before: true, times: 3, state: 'completed' },
  { fault: 'no answer', on: lookUp, ...once },
  { fault: 'no answer', on: eligibilities, ...once },
  { fault: 'reset', ...once },
  { fault: 'reset', before: true, ...once },
  { fault: '401', before: true, ...once },
  { fault: '401', before: true, state: 'failed', code: 'connection.token-refused' },
  { fault: '403', before: true, state: 'failed', code: 'connection.no-permission' },
  { fault: '403', on: eligibilities, state: 'failed', code: 'connection.no-permission' },
  { fault: '409 900278', before: true, state: 'failed', code: '900278' },
  { fault: '429 for no time', before: true, ...once },
  { fault: '429 for an hour', before: true, ...once },
  { fault: '429 in the other shape', before: true, ...once },
  { fault: '429 for no time', on: lookUp, ...once },
  { fault: '500', ...once },
  { fault: '500', before: true, ...once },
  { fault: '500', on: lookUp, times: 5, state: 'completed' },
  { fault: '502 with a page', ...once },
  { fault: '502 with a page', before: true, ...once },
  { fault: '503 for no time', before: true, ...once },
  { fault: 'half an answer', ...once },
  { fault: 'half an answer', on: lookUp, ...once },
  { fault: 'another shape', ...once },
  { fault: 'words that are new', on: /transitions$/, state: 'completed', times: 3 },
];

describe('an upgrade at Partner Center', () => {
  let bench: PartnerBench;
  before(async () => {
    bench = await PartnerBench.make({ call: 600, request: 150, shortestWait: 5, longestWait: 20 });
  });
  afterEach(() => bench.forget());
  after(() => bench.drop());

  for (const { fault, on = order, before = false, times, state, code } of rows) {
    const where = on === order ? (before ? 'before' : 'after') : `in ${on.source}`;
    const often = times === undefined ? 'for ever' : `${times} times`;
    it(`is ordered once, or stops clearly: ${fault} ${where}, ${often}`, async () => {
      const { tenants, partnerCenter } = bench.wire;
      const tenantId = await tenants.addCustomer();
      await bench.order(tenantId);
      partnerCenter.mend();
      partnerCenter.fail(fault, { on, before, ...(times === undefined ? {} : { times }) });
      await bench.follow();
      const end = await bench.now();
      assert.deepEqual([end.state, end.failureCode], [state, code]);
      assert.equal(partnerCenter.orders.placedIn(tenantId), state === 'completed' ? 1 : 0);
      const ids = new Set(partnerCenter.sent.map(({ headers }) => headers['ms-requestid']));
      assert.ok(ids.size <= 1);
    });
  }

  it('is not sent after so long that nobody would hear of it', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const request = await bench.request(tenantId);
    const { partnerCenter } = bench.wire;
    partnerCenter.mend();
    partnerCenter.fail('no answer', { on: eligibilities, times: 3 });
    await assert.rejects(bench.seller.place(request), { code: 'upstream.unavailable' });
    assert.equal(partnerCenter.sent.length, 0);
    const { outcome } = await bench.seller.place(request);
    assert.equal(outcome, 'accepted');
  });

  it('is looked up before it is sent again, under the same id', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    await bench.order(tenantId);
    const { partnerCenter } = bench.wire;
    partnerCenter.mend();
    partnerCenter.fail('no answer', { on: order, before: true, times: 1 });
    await bench.follow(3);
    const calls = partnerCenter.calls.map(({ method, path }) => `${method} ${path}`);
    const sent = calls.flatMap((call, at) => (order.test(call) ? at : []));
    assert.equal(sent.length, 2);
    assert.ok(calls.slice(sent[0], sent[1]).some((call) => lookUp.test(call)));
    const { clientRequestId } = await bench.now();
    for (const { headers } of partnerCenter.sent) {
      assert.equal(headers['ms-requestid'], clientRequestId);
      assert.equal(headers['ms-correlationid'], clientRequestId);
      assert.equal(headers['ms-contract-version'], 'v1');
    }
  });

  it('is not sent again when its answer was lost and it is found', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    await bench.order(tenantId);
    const { partnerCenter } = bench.wire;
    partnerCenter.mend();
    partnerCenter.fail('reset', { on: order, times: 1 });
    await bench.follow();
    assert.equal((await bench.now()).state, 'completed');
    assert.equal(partnerCenter.sent.length, 1);
  });

  for (const fault of ['no answer', 'half an answer'] as const) {
    it(`is one though it can't be seen for a quarter of an hour: ${fault}`, async () => {
      const tenantId = await bench.wire.tenants.addCustomer();
      await bench.order(tenantId);
      const { partnerCenter } = bench.wire;
      partnerCenter.mend();
      partnerCenter.orders.lagMinutes = 15;
      partnerCenter.fail(fault, { on: order, times: 1 });
      await bench.follow();
      assert.equal((await bench.now()).state, 'completed');
      assert.equal(partnerCenter.orders.placedIn(tenantId), 1);
    });
  }

  it('is one though Partner Center forgets what it answered, and says that something is under way', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    await bench.order(tenantId);
    const { partnerCenter } = bench.wire;
    partnerCenter.mend();
    partnerCenter.orders.lagMinutes = 10;
    partnerCenter.orders.forgets = true;
    partnerCenter.isStale = true;
    partnerCenter.fail('no answer', { on: order, times: 1 });
    await bench.follow();
    assert.equal((await bench.now()).state, 'completed');
    assert.equal(partnerCenter.orders.placedIn(tenantId), 1);
    assert.ok(partnerCenter.sent.length > 1);
  });

  for (const [scenario, state] of [
    ['happy', 'completed'],
    ['slow-upgrade', 'completed'],
    ['partial-failure', 'completedWithUserErrors'],
    ['big-tenant', 'completed'],
    ['prepaid-forfeit', 'completed'],
    ['many-products', 'completed'],
    ['customised-services', 'completed'],
    ['group-licensing', 'completedWithUserErrors'],
  ] as const) {
    it(`goes from the order to the end: ${scenario}`, async () => {
      const tenantId = await bench.wire.tenants.addCustomer(scenario);
      const [first] = await bench.seller.subscriptions(tenantId);
      const { offers } = await bench.seller.eligibility(tenantId, first?.id ?? '');
      const offer = offers.find(({ purchaseTerms }) => purchaseTerms.length > 0);
      const terms = offer?.purchaseTerms.find(({ billing }) => billing === 'monthly');
      await bench.order(tenantId, { targetSkuId: offer?.skuId ?? '', ...terms });
      await bench.follow(200);
      const { audit, ...end } = await bench.now();
      assert.equal(end.state, state);
      assert.equal(end.newSubscriptionId, first?.id);
      const passed = audit.map(({ to }) => to);
      assert.ok(passed.includes('provisioning'), passed.join());
      assert.equal(bench.wire.partnerCenter.orders.placedIn(tenantId), 1);
    });
  }

  it('names whom it left behind, as far as the directory knows', async () => {
    const tenantId = await bench.wire.tenants.addCustomer('partial-failure');
    const asked: string[] = [];
    const left = [{ name: 'Alva', userName: 'alva@contoso.example' }];
    const directory = {
      overAssigned: async (_: string, skuId: string) => {
        asked.push(skuId);
        return left;
      },
    };
    bench.seller = bench.another({ directory });
    await bench.order(tenantId);
    await bench.follow(200);
    const { state, users } = await bench.now();
    assert.equal(state, 'completedWithUserErrors');
    assert.deepEqual(users.failures, [{ userName: 'alva@contoso.example', reason: 'Other' }]);
    assert.equal('moved' in users, false);
    assert.deepEqual(asked, [skus.businessStandard]);
    bench.seller = bench.another();
  });

  it('is refused where what was confirmed is offered no more', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const request = await bench.request(tenantId);
    const answer = await bench.seller.place({ ...request, targetSkuId: skus.exchangePlan1 });
    const code = 'SubscriptionTargetOfferNotFound';
    assert.deepEqual(answer, { outcome: 'declined', code });
    assert.equal(bench.wire.partnerCenter.sent.length, 0);
  });

  it('tells nothing of an operation that it never began', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    await assert.rejects(bench.seller.operation(tenantId, 'operation-1'), {
      code: 'operation.unknown',
    });
  });
});
