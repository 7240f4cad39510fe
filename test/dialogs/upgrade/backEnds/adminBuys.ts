/** An administrator who does in the admin center what the card in the chat says. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { purchaseTerms } from '../../../../cards/kit/wording.ts';
import {
  billingCycleSchema,
  type PurchaseTerms,
  termSchema,
} from '../../../../commerce/model/terms.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { orderInSandbox, type SandboxOrder } from '../../../microsoft/wire/sandboxOrder.ts';
import type { WireTenants } from '../../../microsoft/wire/wireTenants.ts';
import type { Json } from '../../../support/teams/cardButtons.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import type { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import { catalog } from '../../../support/tenant/simulatedTenant.ts';

const l = localiser('en-US');
const ways = termSchema.options.flatMap((term) =>
  billingCycleSchema.options.map((billing) => ({ term, billing })),
);

/** A plan of the card, on whichever page, that the admin center has for the first product, where there is one. */
export async function planInAdminCenter(tenants: WireTenants, teams: FakeTeams): Promise<string> {
  const { tenantId = '' } = teams;
  const shown = await everyPage(teams);
  const [first] = await tenants.sandbox.subscriptions(tenantId);
  const { offers } = await tenants.sandbox.eligibility(tenantId, first?.id ?? '');
  const possible = offers.filter(({ skuId }) => {
    const { name, seatCap = Number.POSITIVE_INFINITY } = catalog.plan(skuId);
    return shown.includes(name) && (first?.quantity ?? 0) <= seatCap;
  });
  const [chosen] = possible;
  if (!chosen) return '1';
  const { name } = catalog.plan(chosen.skuId);
  const [way] = chosen.purchaseTerms;
  return !way || chosen.purchaseTerms.some(isUsual) ? name : `${name}, ${purchaseTerms(way, l)}`;
}

/** The plans card, page after page. */
async function everyPage(teams: FakeTeams): Promise<string> {
  const first = textOf(teams.lastCard('plans'));
  const [, pages = '1'] = /^Page 1 of (\d+)$/m.exec(first) ?? [];
  const texts = [first];
  for (let page = 2; page <= Number(pages); page += 1) {
    await teams.say('next page');
    texts.push(textOf(teams.lastCard('plans')));
  }
  return texts.join('\n');
}

const isUsual = ({ term, billing }: PurchaseTerms): boolean =>
  term === 'P1Y' && billing === 'annual';

/**
 * What is refused is tried again two days later; whoever pays by invoice waits for the credit check.
 * @returns whether Microsoft sells it in the end
 */
export async function buysInAdminCenter(tenants: WireTenants, teams: FakeTeams): Promise<boolean> {
  const wish = await wishOn(tenants, teams);
  const twoDays = Temporal.Duration.from({ days: 2 });
  const wait = () => tenants.sandbox.moveTime(wish.tenantId, twoDays);
  let placed = await order(tenants, wish);
  if (!placed) {
    await wait();
    placed = await order(tenants, wish);
  }
  if (!placed) return false;
  await wait();
  const { phase } = await tenants.sandbox.operation(wish.tenantId, placed);
  return phase !== 'declined';
}

async function order({ sandbox }: WireTenants, wish: SandboxOrder): Promise<string | undefined> {
  const { refusals } = await sandbox.eligibility(wish.tenantId, wish.subscriptionId);
  if (refusals.length > 0) return undefined;
  const { defaultPaymentMethodId: paymentMethodId } = await sandbox.billingAccount(wish.tenantId);
  const result = await orderInSandbox(sandbox, { ...wish, paymentMethodId });
  return result.outcome === 'accepted' ? result.operationId : undefined;
}

/** The numbers of the card. */
async function wishOn({ sandbox }: WireTenants, teams: FakeTeams): Promise<SandboxOrder> {
  const { tenantId = '' } = teams;
  const told = factsOn(teams.lastCard('admin-center').json);
  const of = (key: string): string => told.get(l.t(`cards.adminCenter.${key}`)) ?? assert.fail(key);
  const skuIdOf = (name: string): string =>
    catalog.plans.find((plan) => plan.name === name)?.skuId ?? assert.fail(name);
  const source = skuIdOf(of('from'));
  const owned = (await sandbox.subscriptions(tenantId)).find(({ skuId }) => skuId === source);
  const way = ways.find((one) => purchaseTerms(one, l) === of('terms'));
  assert.ok(owned && way);
  return {
    tenantId,
    subscriptionId: owned.id,
    targetSkuId: skuIdOf(of('to')),
    quantity: Number(of('licenses').replaceAll(',', '')),
    ...way,
    clientRequestId: randomUUID(),
  };
}

function factsOn(card: Json): ReadonlyMap<string, string> {
  const body = card.body as { type: string; facts?: { title: string; value: string }[] }[];
  const facts = body.flatMap((element) => element.facts ?? []);
  return new Map(facts.map(({ title, value }) => [title, value]));
}
