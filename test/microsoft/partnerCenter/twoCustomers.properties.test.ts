import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Seller } from '../../../commerce/ports/seller.ts';
import { hasty } from '../wire/wireMicrosoft.ts';
import { PartnerBench } from './partnerBench.ts';

const runs = Number(process.env.RUNS ?? 40);

/** What is asked of a seller about a tenant and its first subscription. */
const questions: Record<
  string,
  (seller: Seller, tenantId: string, id: string) => Promise<unknown>
> = {
  account: (seller, tenantId) => seller.billingAccount(tenantId),
  subscriptions: (seller, tenantId) => seller.subscriptions(tenantId),
  eligibility: (seller, tenantId, id) => seller.eligibility(tenantId, id),
  capabilities: async (seller, tenantId) => Object.keys(await seller.capabilities(tenantId)),
};

describe('two customers of a partner at once', () => {
  let bench: PartnerBench;
  before(async () => {
    bench = await PartnerBench.make({ ...hasty, request: 5_000, call: 10_000 });
  });
  after(() => bench.drop());

  it('are never told what the other one owns, whatever is asked when', async () => {
    const { tenants, partnerCenter } = bench.wire;
    const customers = await Promise.all(
      ['many-products', 'government-or-nonprofit'].map(async (scenario) => {
        const tenantId = await tenants.addCustomer(scenario);
        const [first] = await bench.seller.subscriptions(tenantId);
        const id = first?.id ?? assert.fail();
        const alone = new Map<string, unknown>();
        for (const [name, ask] of Object.entries(questions)) {
          alone.set(name, await ask(bench.seller, tenantId, id));
        }
        return { tenantId, id, alone };
      }),
    );
    const call = fc.record({
      customer: fc.constantFrom(...customers),
      question: fc.constantFrom(...Object.keys(questions)),
      slowness: fc.integer({ min: 0, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 12 }), async (calls) => {
        const delays = calls.map(({ slowness }) => slowness);
        partnerCenter.slowness = () => delays[partnerCenter.calls.length % delays.length] ?? 0;
        const seller = bench.another();
        // Everything that was ever asked about is known to the one that answered alone.
        await Promise.all(customers.map(({ tenantId, id }) => seller.eligibility(tenantId, id)));
        await Promise.all(
          calls.map(async ({ customer: { tenantId, id, alone }, question }) => {
            const answer = await questions[question]?.(seller, tenantId, id);
            assert.deepEqual(answer, alone.get(question));
          }),
        );
      }),
      { numRuns: runs },
    );
    partnerCenter.slowness = () => 0;
  });
});
