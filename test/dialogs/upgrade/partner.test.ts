import assert from 'node:assert/strict';
import { type ReasonCode, reasonCodes } from '../../../commerce/diagnosis/reason.ts';
import { localiser } from '../../../locales/localiser.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { LiveBot, unpricedInSweden } from '../../microsoft/wire/liveBot.ts';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const { t } = localiser('en-US');
const completed = t('cards.notice.completed.title');
const notForAll = t('cards.notice.completedWithUserErrors.title');

/** How each scenario ends: by its notice, or by the reasons that stand in the way. */
const ends: Record<string, string | ReasonCode[]> = {
  happy: completed,
  'many-products': completed,
  'slow-upgrade': completed,
  'partial-failure': notForAll,
  'group-licensing': notForAll,
  'customised-services': completed,
  'big-tenant': completed,
  'prepaid-forfeit': completed,
  'example-postpaid': completed,
  'example-prepaid': completed,
  'example-forfeit': completed,
  'mixed-reasons': ['LICENSE_CONFLICT', 'ADD_ON', 'SERVICE_INCIDENT', 'NOT_ELIGIBLE'],
  'license-conflict': ['LICENSE_CONFLICT'],
  'add-on': ['ADD_ON'],
  'duplicate-product': ['DUPLICATE_PRODUCT'],
  'not-active': ['NOT_ACTIVE'],
  trial: ['TRIAL'],
  'upgrade-in-progress': ['UPGRADE_IN_PROGRESS'],
  'service-incident': ['SERVICE_INCIDENT'],
  'not-provisioned': ['NOT_PROVISIONED'],
  'scheduled-change': ['SCHEDULED_CHANGE'],
  'government-or-nonprofit': ['GOVERNMENT_OR_NONPROFIT'],
  // What was bought with a key is not the partner's to change.
  'product-key': ['PRODUCT_KEY', 'PARTNER_MANAGED'],
  'seat-cap': ['SEAT_CAP'],
  'no-supported-target': ['NO_SUPPORTED_TARGET'],
  'not-eligible': ['NOT_ELIGIBLE'],
  'legacy-plan': ['LEGACY_PLAN'],
  'unknown-reason': ['UNKNOWN_REASON'],
  'insufficient-role': ['INSUFFICIENT_ROLE'],
  // Here it is otherwise than where Microsoft sells: the partner gives credit, and is owed.
  'credit-check': completed,
  'credit-declined': completed,
  'unpaid-balance': completed,
  // The limit is one of the older agreement.
  'too-many-assigned': completed,
  // It is the partner's own.
  'partner-managed': completed,
};

/** What Partner Center has no word for, or the partner's price sheet decides. */
const notHere = ['credit-check-pending', 'high-volume', 'prepaid', 'end-of-sale', 'price-change'];

/** What is done about the card that came. */
const moves: Record<string, (teams: FakeTeams) => Promise<unknown>> = {
  products: (teams) => teams.say('1'),
  plans: (teams) => teams.say('1'),
  configure: (teams) => teams.say('next'),
  forfeit: (teams) => teams.press(teams.lastCard('forfeit'), 'forfeit.accept'),
  review: (teams) => teams.say('place order'),
  order: (teams) => teams.waitFor(() => teams.cards.some(({ id }) => id === 'notice')),
};

/** From the first word to the notice, or to what stands in the way. */
async function endOf(teams: FakeTeams): Promise<string | string[]> {
  await teams.say('upgrade');
  for (;;) {
    const card = teams.cards.at(-1) ?? assert.fail('no card');
    if (card.id === 'notice') return textOf(card).split('\n')[0] ?? '';
    if (card.id === 'diagnosis') {
      const words = textOf(card).match(/\b[A-Z]+(_[A-Z]+)*\b/g) ?? [];
      return words.filter((word) => reasonCodes.some((code) => code === word));
    }
    await (moves[card.id] ?? (() => assert.fail(`${card.id}: ${teams.texts.at(-1)}`)))(teams);
  }
}

describe('a customer of a partner', () => {
  let live: LiveBot;
  let open: FakeTeams[];
  before(async () => {
    live = await LiveBot.startForPartner();
  });
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((teams) => teams.stop()));
    live.wire.mend();
  });
  after(() => live.stop());

  const chatOf = async (tenantId: string, locale?: string): Promise<FakeTeams> => {
    const teams = await live.connectedChat(tenantId, locale);
    open.push(teams);
    return teams;
  };
  const customer = async (scenario?: string, locale?: string): Promise<FakeTeams> => {
    const { tenants } = live.wire;
    const tenantId = await tenants.addCustomer(scenario);
    await tenants.hurry(tenantId);
    return chatOf(tenantId, locale);
  };
  const placed = (teams: FakeTeams): number =>
    live.wire.partnerCenter.orders.placedIn(teams.tenantId ?? '');

  it('can play every scenario, but for what Partner Center can’t say', () => {
    const all = scenarios.map(({ name }) => name);
    assert.deepEqual([...Object.keys(ends), ...notHere].toSorted(), all.toSorted());
  });

  for (const [scenario, end] of Object.entries(ends)) {
    it(`comes from "hi" to the end: ${scenario}`, async () => {
      const teams = await customer(scenario);
      assert.deepEqual(await endOf(teams), end);
      assert.equal(placed(teams), typeof end === 'string' ? 1 : 0);
      for (const card of teams.cards) {
        assert.doesNotMatch(textOf(card), /simulat|list prices/i);
      }
    });
  }

  it('is told the price of the partner’s sheet, and orders at it', async () => {
    const teams = await customer();
    for (const text of ['upgrade', 'premium, 30 licenses, yearly']) await teams.say(text);
    const review = textOf(teams.lastCard('review'));
    assert.match(review, /30/);
    await teams.say('place order');
    const [sent] = live.wire.partnerCenter.sent;
    const { quantity, termDuration, billingCycle } = JSON.parse(sent?.body ?? '{}');
    assert.deepEqual(
      { quantity, termDuration, billingCycle },
      {
        quantity: 30,
        termDuration: 'P1Y',
        billingCycle: 'annual',
      },
    );
  });

  it('can buy nothing whose price nobody imported, and is told so', async () => {
    const { tenants } = live.wire;
    const tenantId = await tenants.addCustomer();
    await tenants.offerOnly(tenantId, [unpricedInSweden]);
    const teams = await chatOf(tenantId);
    await teams.say('upgrade');
    const card = textOf(teams.lastCard('diagnosis'));
    assert.ok(card.includes(t('reasons.NO_SUPPORTED_TARGET.cause_unpriced')), card);
  });

  it('orders what the partner sold here, and in the admin center what Microsoft sold', async () => {
    const { tenants } = live.wire;
    const tenantId = await tenants.addCustomer('many-products');
    const [, second] = await tenants.sandbox.subscriptions(tenantId);
    assert.ok(second);
    tenants.soldElsewhere.add(second.id);
    const teams = await chatOf(tenantId);
    const { name } = catalog.plan(second.skuId);
    for (const text of ['upgrade', name, '1', 'next']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'admin-center');
    for (const text of ['upgrade', '1', '1', 'next']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'review');
    assert.equal(placed(teams), 0);
  });

  it('buys from Microsoft where it is none of the partner’s', async () => {
    const teams = await chatOf(await live.wire.tenants.addUnasked());
    await teams.say('upgrade');
    assert.ok(textOf(teams.lastCard('plans')).includes(t('cards.common.listPrices')));
    for (const text of ['1', 'next']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'admin-center');
  });
});
