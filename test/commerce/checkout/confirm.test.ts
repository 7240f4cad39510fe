import assert from 'node:assert/strict';
import { confirm } from '../../../commerce/checkout/confirm.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { Purchase } from '../../../commerce/ports/seller.ts';
import { quoteFromPrices } from '../../../commerce/quote/quoteFromPrices.ts';
import { type QuoteWish, Quoting } from '../../../commerce/quote/quoting.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { account, clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog, firstInstant, tenantId } from '../../support/tenant/simulatedTenant.ts';

const wish: QuoteWish = {
  targetSkuId: skus.businessPremium,
  quantity: 25,
  term: 'P1Y',
  billing: 'monthly',
};
const by = { userId: 'user-1', userName: 'Åsa Öberg', conversation: 'tenant-1/msteams/19:a' };
/** A year paid in advance that is worth more than the new plan costs. */
const prepaid = {
  ...clearFacts.subscription,
  prepaid: true,
  period: {
    start: '2026-11-14',
    end: '2027-11-14',
    charge: { amount: 100_000_000, currency: 'SEK' as const },
  },
};

describe('Confirming a quote', () => {
  let place: LowdbPlace;
  let storage: Storage;
  let quoting: Quoting;
  let woken: number;
  /** What the seller goes by. */
  let sold: Facts;
  const quoteNow = (purchase: Purchase): Promise<Quote> => {
    const { account, subscriptions, priceBook, now } = sold;
    const seller = {
      billingAccount: async () => account,
      subscriptions: async () => [...subscriptions],
      priceBook: async () => priceBook,
    };
    return quoteFromPrices({ seller, catalog }, purchase, Temporal.Instant.from(now));
  };
  beforeEach(async () => {
    place = await LowdbPlace.make();
    storage = await place.openStorage();
    sold = clearFacts;
    quoting = new Quoting({ quotes: storage.quotes, seller: { quote: quoteNow } });
    woken = 0;
  });
  afterEach(() => place.drop());

  const confirmed = (quote: Quote, facts: Facts | 'not asked for') => {
    if (facts !== 'not asked for') sold = facts;
    const now = () => firstInstant;
    const wake = () => {
      woken += 1;
    };
    return confirm(
      { orders: storage.orders, quoting, limits: [], now, wake },
      quote,
      by,
      async () => {
        assert.notEqual(facts, 'not asked for');
        return facts as Facts;
      },
    );
  };

  it('orders it, for whoever confirms, and has the order taken up at once', async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const result = await confirmed(quote, clearFacts);
    assert.equal(result.outcome, 'ordered');
    const order = (await storage.orders.findByQuote(quote.id))?.value;
    assert.deepEqual(order?.placedBy, { userId: by.userId, name: by.userName });
    assert.equal(order?.conversation, by.conversation);
    assert.equal(order?.users.total, 22);
    assert.equal(woken, 1);
  });

  it('gives the order that it has become, without asking anybody again', async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const first = await confirmed(quote, clearFacts);
    assert.deepEqual(await confirmed(quote, 'not asked for'), first);
    assert.equal(woken, 1);
  });

  it('gives the open order of its subscription, which another quote has become', async () => {
    const [one, other] = [
      await quoting.quote(tenantId, clearFacts, wish),
      await quoting.quote(tenantId, clearFacts, wish),
    ];
    await confirmed(one, clearFacts);
    const openOrders = await storage.orders.listByTenant(tenantId);
    const result = await confirmed(other, { ...clearFacts, openOrders });
    assert.equal(result.outcome, 'alreadyOpen');
    assert.equal('order' in result && result.order.quoteId, one.id);
  });

  it('orders nothing while something stands in the way', async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const roles = { entra: [], billing: [] };
    assert.equal((await confirmed(quote, { ...clearFacts, roles })).outcome, 'blocked');
    assert.deepEqual(await storage.orders.listByTenant(tenantId), []);
  });

  it("orders nothing while it can't be seen whether this person may buy", async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const roles = { entra: 'unknown', billing: 'unknown' } as const;
    assert.equal((await confirmed(quote, { ...clearFacts, roles })).outcome, 'rolesUnknown');
    assert.deepEqual(await storage.orders.listByTenant(tenantId), []);
    assert.equal(woken, 0);
  });

  it('orders nothing at a price that nobody has seen: the new one is stored, to be confirmed', async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const tomorrow = { ...clearFacts, now: '2026-11-24T12:00:00Z' };
    const result = await confirmed(quote, tomorrow);
    assert.equal(result.outcome, 'requoted');
    if (result.outcome !== 'requoted') return;
    assert.deepEqual(
      result.differences.map(({ figure }) => figure),
      ['due'],
    );
    assert.deepEqual(await quoting.find(tenantId, result.quote.id), result.quote);
    assert.deepEqual(await storage.orders.listByTenant(tenantId), []);
    assert.equal((await confirmed(result.quote, tomorrow)).outcome, 'ordered');
  });

  it('quotes anew when the offer has expired, though nothing has changed', async () => {
    const quote = await quoting.quote(tenantId, clearFacts, wish);
    const result = await confirmed({ ...quote, expiresAt: clearFacts.now }, clearFacts);
    assert.equal(result.outcome, 'requoted');
    assert.deepEqual('differences' in result && result.differences, []);
  });

  it('asks for consent before prepaid time is lost, and keeps it while no more than that is lost', async () => {
    const facts = { ...clearFacts, subscription: prepaid, subscriptions: [prepaid] };
    sold = facts;
    const quote = await quoting.quote(tenantId, facts, wish);
    assert.equal((await confirmed(quote, 'not asked for')).outcome, 'needsConsent');
    const agreed = await quoting.consent(quote, by.userId, firstInstant);
    assert.equal((await confirmed(agreed, facts)).outcome, 'ordered');
  });

  it('holds the sold-to address through every new quote', async () => {
    const soldTo = { ...account.soldTo, street: 'Kungsgatan 1' };
    const quote = await quoting.quote(tenantId, clearFacts, { ...wish, soldTo });
    const result = await confirmed({ ...quote, expiresAt: clearFacts.now }, clearFacts);
    assert.deepEqual('quote' in result && result.quote.soldTo, soldTo);
  });
});
