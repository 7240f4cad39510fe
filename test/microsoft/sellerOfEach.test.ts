import assert from 'node:assert/strict';
import type { Seller } from '../../commerce/ports/seller.ts';
import { SellerOfEach } from '../../microsoft/sellerOfEach.ts';

/** Answers each call with its name and who was asked. */
function fake(who: string, owned: string[], sellsTo: string[] = []) {
  const calls: string[] = [];
  const seller = new Proxy({} as Seller & { sellsTo(tenantId: string): Promise<boolean> }, {
    get: (_, name) => {
      if (name === 'then') return undefined;
      return async (about: unknown) => {
        calls.push(String(name));
        if (name === 'sellsTo') return sellsTo.includes(String(about));
        if (name === 'subscriptions') return owned.map((id) => ({ id, who }));
        return `${who} ${String(name)}`;
      };
    },
  });
  return { seller, calls };
}

const purchaseOf = (subscriptionId: string) => ({ tenantId: 'both', subscriptionId }) as never;

describe('the sellers of a tenant', () => {
  const make = () => {
    const partner = fake('partner', ['a'], ['both']);
    const direct = fake('direct', ['a', 'b']);
    return { each: new SellerOfEach({ partner: partner.seller, direct: direct.seller }), partner };
  };

  it('are Microsoft alone for who buys nothing from the partner', async () => {
    const { each } = make();
    const all = await Promise.all([
      each.billingAccount('other'),
      each.eligibility('other', 'a'),
      each.priceBook('other', 'a'),
      each.capabilities('other', 'a'),
    ]);
    assert.deepEqual(all, [
      'direct billingAccount',
      'direct eligibility',
      'direct priceBook',
      'direct capabilities',
    ]);
    assert.deepEqual(await each.subscriptions('other'), [
      { id: 'a', who: 'direct' },
      { id: 'b', who: 'direct' },
    ]);
  });

  it('are told apart by subscription, each of which goes its own way', async () => {
    const { each } = make();
    for (const [subscriptionId, who] of [
      ['a', 'partner'],
      ['b', 'direct'],
    ] as const) {
      assert.equal(await each.billingAccount('both', subscriptionId), `${who} billingAccount`);
      assert.equal(await each.eligibility('both', subscriptionId), `${who} eligibility`);
      assert.equal(await each.priceBook('both', subscriptionId), `${who} priceBook`);
      assert.equal(await each.capabilities('both', subscriptionId), `${who} capabilities`);
      assert.equal(await each.quote(purchaseOf(subscriptionId)), `${who} quote`);
      assert.equal(await each.place(purchaseOf(subscriptionId)), `${who} place`);
    }
  });

  it('are the partner for the tenant as a whole', async () => {
    const { each } = make();
    assert.equal(await each.billingAccount('both'), 'partner billingAccount');
    assert.equal(await each.capabilities('both'), 'partner capabilities');
  });

  it('list each subscription once, as the partner knows it', async () => {
    const { each } = make();
    assert.deepEqual(await each.subscriptions('both'), [
      { id: 'a', who: 'partner' },
      { id: 'b', who: 'direct' },
    ]);
  });

  it('are asked once who sold what', async () => {
    const { each, partner } = make();
    await each.eligibility('both', 'a');
    await each.eligibility('both', 'a');
    assert.equal(partner.calls.filter((name) => name === 'subscriptions').length, 1);
  });

  it('follow an order where alone one can be placed', async () => {
    const { each } = make();
    assert.equal(await each.operation('both', 'operation'), 'partner operation');
  });
});
