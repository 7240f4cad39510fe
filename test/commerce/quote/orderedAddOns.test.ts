import assert from 'node:assert/strict';
import { computeQuote } from '../../../commerce/quote/computeQuote.ts';
import { type AddOnInOrder, addOnsInOrder } from '../../../commerce/quote/orderedAddOns.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { catalog, type SimulatedSubscription } from '../../support/tenant/simulatedTenant.ts';
import { quoteRequest, subscription } from './requests.ts';

const year = subscription(150_000, 'USD');
const month = { start: '2026-04-01', end: '2026-05-01' };

/** Defender at 2.00 for ten users, charged on the first of each month. */
function addOn(rest: Partial<SimulatedSubscription> = {}): SimulatedSubscription {
  const charge = { amount: 2000, currency: 'USD' } as const;
  const period = { ...month, charge };
  const plan = { id: 'add-on', skuId: skus.defenderPlan1, billing: 'monthly' } as const;
  return subscription(2000, 'USD', { ...plan, term: 'P1M', prepaid: false, period, ...rest });
}
const hanging = (kind: 'traditional' | 'incompatible' | 'attached', to = year.id) => ({
  addOn: { to, kind },
});

describe('Add-ons in an order', () => {
  const { office365E1, office365E5, visioPlan2 } = skus;
  const cases: [
    what: string,
    rest: Partial<SimulatedSubscription>,
    target: string,
    fates: string[],
  ][] = [
    [
      'are removed when the chosen plan contains them',
      hanging('attached'),
      office365E5,
      ['included'],
    ],
    ['come along when it does not', hanging('attached'), office365E1, ['carried']],
    ['are paid twice when they stand alone and it contains them', {}, office365E5, ['redundant']],
    ['are not those that stand alone', { skuId: visioPlan2 }, office365E5, []],
    ['are not those of another subscription', hanging('attached', 'sub-2'), office365E5, []],
    ['are not those that block the upgrade', hanging('traditional'), office365E5, []],
    ['are not those that have to be removed before', hanging('incompatible'), office365E5, []],
  ];
  for (const [what, rest, target, fates] of cases) {
    it(what, () => {
      const found = addOnsInOrder({
        subscription: year,
        subscriptions: [year, addOn(rest)],
        target: catalog.plan(target),
        catalog,
      });
      assert.deepEqual(
        found.map(({ fate }) => fate),
        fates,
      );
    });
  }

  const today = '2026-04-11';
  const quoted = (
    fate: AddOnInOrder['fate'],
    rest: Partial<Parameters<typeof quoteRequest>[1]> = {},
  ) =>
    computeQuote(quoteRequest(year, { today, addOns: [{ subscription: addOn(), fate }], ...rest }));

  it('that are removed are credited for the days that are left, today’s among them', () => {
    const quote = quoted('included');
    const [, , line] = quote.lines;
    assert.deepEqual(line, {
      kind: 'credit',
      skuId: skus.defenderPlan1,
      quantity: 10,
      unitPrice: 200,
      days: 20,
      ofDays: 30,
      amount: -1333,
    });
    assert.equal(quote.dueToday, 155_096 - 1333);
  });

  it('that are removed lower the next invoice when prepaid time pays for everything today', () => {
    const quote = quoted('included', { term: 'P1M', billing: 'monthly' });
    assert.deepEqual(
      [quote.dueToday, quote.creditToInvoice, quote.forfeit?.amount],
      [0, 1333, 82_504],
    );
  });

  for (const fate of ['carried', 'redundant'] as const) {
    it(`that are ${fate} stand in the order and move no money`, () => {
      const quote = quoted(fate);
      assert.equal(quote.dueToday, 155_096);
      assert.deepEqual(quote.addOns, [
        {
          subscriptionId: 'add-on',
          skuId: skus.defenderPlan1,
          quantity: 10,
          fate,
          charge: 2000,
          billing: 'monthly',
        },
      ]);
    });
  }

  it('whose charge can’t be right are refused, as a plan is', () => {
    const inKronor = { subscription: subscription(2000, 'SEK'), fate: 'carried' as const };
    const request = quoteRequest(year, { addOns: [inKronor] });
    assert.throws(() => computeQuote(request), { code: 'upstream.malformed' });
  });
});
