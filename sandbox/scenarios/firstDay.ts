/** Makes a scenario into a tenant, as it is on the scenario's first day. */
import type { PaymentMethod } from '../../commerce/model/account.ts';
import { money } from '../../commerce/model/money.ts';
import { guidOf } from '../tenant/guid.ts';
import { type Country, markets } from '../tenant/markets.ts';
import type { Operation } from '../tenant/operation.ts';
import type { Owned } from '../tenant/owned.ts';
import type { SimulatedAccount, TenantState } from '../tenant/tenantState.ts';
import { nextMoment } from './firstMoment.ts';
import type { ProductSeed, Repairs, Scenario } from './scenario.ts';

const hoursUntilRepaired = 2;

/**
 * @param now the real present, where the tenant's time begins unless the scenario says otherwise
 * @param past operations of the tenant so far: they are still known, but change nothing any more
 */
export function firstDay(
  scenario: Scenario,
  tenantId: string,
  now: Temporal.Instant,
  past: Operation[],
): TenantState {
  const { country = 'SE', begins, prices = [], repairs } = scenario;
  const { timeZone } = markets[country];
  const first = begins ? nextMoment(begins, timeZone, now) : now;
  const today = first.toZonedDateTimeISO(timeZone).toPlainDate();
  const id = (what: string | number) =>
    guidOf(tenantId, scenario.name, now.epochMilliseconds, what);
  return {
    v: 1,
    scenario: scenario.name,
    aheadMs: first.epochMilliseconds - now.epochMilliseconds,
    organisation: { name: scenario.organisation, country },
    account: accountOf(scenario, country, id('account')),
    roles: scenario.roles,
    rolesOf: [],
    owned: scenario.products.map((seed, index) => ownedOf(seed, id(index), id(0), today)),
    prices: prices.map(({ inDays, ...price }) => ({
      ...price,
      ...(inDays !== undefined && { from: today.add({ days: inDays }).toString() }),
    })),
    incidents: scenario.incidents ?? [],
    ...(repairs && { repairs: repairsOf(repairs, first, id) }),
    creditCheck: scenario.creditCheck,
    userErrors: scenario.userErrors ?? [],
    pace: scenario.pace,
    operations: past,
  };
}

function ownedOf(
  { age, traits = {}, ...product }: ProductSeed,
  id: string,
  firstId: string,
  today: Temporal.PlainDate,
): Owned {
  const termStart = today.subtract(age).toString();
  const { saleEndedDaysAgo: ended, scheduledChange: change, addOn, ...plain } = traits;
  return {
    ...product,
    ...plain,
    ...(ended !== undefined && { endOfSale: today.subtract({ days: ended }).toString() }),
    ...(change && {
      scheduledChange: { on: today.add({ days: change.inDays }).toString(), by: change.by },
    }),
    ...(addOn && { addOn: { to: firstId, kind: addOn } }),
    id,
    termStart,
    chargedFrom: termStart,
  };
}

function repairsOf(
  { afterHours = hoursUntilRepaired, gone = [], ...repairs }: Repairs,
  first: Temporal.Instant,
  id: (index: number) => string,
): NonNullable<TenantState['repairs']> {
  return {
    ...repairs,
    at: first.add({ hours: afterHours }).toString(),
    subscriptionId: id(0),
    gone: gone.map(id),
  };
}

function accountOf(scenario: Scenario, country: Country, id: string): SimulatedAccount {
  const { currency, timeZone, billingEmail, invoiceFrom, ...place } = markets[country];
  const address = { name: scenario.organisation, ...place, country };
  const methods: Record<PaymentMethod['kind'], PaymentMethod> = {
    card: { id: 'card-4242', kind: 'card', hint: '4242' },
    invoice: { id: 'invoice-1', kind: 'invoice', hint: billingEmail },
  };
  return {
    id,
    agreement: scenario.agreement,
    segment: scenario.segment ?? 'commercial',
    currency,
    timeZone,
    soldTo: address,
    billedTo: { ...address, email: billingEmail },
    paymentMethods: [methods.card, methods.invoice],
    defaultPaymentMethodId: methods[scenario.paysBy].id,
    invoiceFrom: money(invoiceFrom, currency),
    overdue: money(scenario.overdue, currency),
  };
}
