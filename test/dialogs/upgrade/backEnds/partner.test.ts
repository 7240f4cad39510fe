import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { localiser } from '../../../../locales/localiser.ts';
import { LiveBot, unpricedInSweden } from '../../../microsoft/wire/liveBot.ts';
import { liveChats } from '../../../microsoft/wire/liveChats.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import type { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import { catalog } from '../../../support/tenant/simulatedTenant.ts';

const { t } = localiser('en-US');
describe('a customer of a partner', () => {
  const chats = liveChats(() => LiveBot.startForPartner());

  const chatOf = async (tenantId: string, locale?: string): Promise<FakeTeams> => {
    return chats.keep(await chats.live.connectedChat(tenantId, locale));
  };
  const customer = async (scenario?: string, locale?: string): Promise<FakeTeams> => {
    const { tenants } = chats.live.wire;
    const tenantId = await tenants.addCustomer(scenario);
    await tenants.hurry(tenantId);
    return chatOf(tenantId, locale);
  };
  const placed = (teams: FakeTeams): number =>
    chats.live.wire.partnerCenter.orders.placedIn(teams.tenantId ?? '');

  it('is told the price of the partner’s sheet, and orders at it', async () => {
    const teams = await customer();
    for (const text of ['upgrade', 'premium, 30 licenses, yearly']) await teams.say(text);
    const review = textOf(teams.lastCard('review'));
    assert.match(review, /30/);
    await teams.say('place order');
    // The order is sent beside the turn.
    for (let tries = 0; chats.live.wire.partnerCenter.sent.length === 0 && tries < 100; tries++) {
      await delay(50);
    }
    const [sent] = chats.live.wire.partnerCenter.sent;
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
    const { tenants } = chats.live.wire;
    const tenantId = await tenants.addCustomer();
    await tenants.offerOnly(tenantId, [unpricedInSweden]);
    const teams = await chatOf(tenantId);
    await teams.say('upgrade');
    const card = textOf(teams.lastCard('diagnosis'));
    assert.ok(card.includes(t('reasons.NO_SUPPORTED_TARGET.cause_unpriced')), card);
  });

  it('orders what the partner sold here, and in the admin center what Microsoft sold', async () => {
    const { tenants } = chats.live.wire;
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
    const teams = await chatOf(await chats.live.wire.tenants.addUnasked());
    await teams.say('upgrade');
    assert.ok(textOf(teams.lastCard('plans')).includes(t('cards.common.listPrices')));
    for (const text of ['1', 'next']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'admin-center');
  });
});
