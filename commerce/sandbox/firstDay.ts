/** Makes a scenario into a tenant, as it is on the scenario's first day. */
import type { BillingAccount, PaymentMethod } from '../account.ts';
import { money } from '../money.ts';
import { guidOf } from './guid.ts';
import type { Operation } from './operation.ts';
import type { Owned } from './owned.ts';
import type { Mended, ProductSeed, Scenario } from './scenario.ts';
import type { TenantState } from './tenantState.ts';

const currency = 'SEK';
const country = 'SE';
const timeZone = 'Europe/Stockholm';
/** In öre. */
const invoiceFrom = 250_000;
const hoursUntilMended = 2;

const methods: Record<PaymentMethod['kind'], PaymentMethod> = {
  card: { id: 'card-4242', kind: 'card', hint: '4242' },
  invoice: { id: 'invoice-1', kind: 'invoice', hint: 'faktura@contoso.example' },
};

/**
 * @param now the real present, which is where the tenant's time begins
 * @param past operations of the tenant so far: they are still known, but change nothing any more
 */
export function firstDay(
  scenario: Scenario,
  tenantId: string,
  now: Temporal.Instant,
  past: Operation[],
): TenantState {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const id = (what: string | number) =>
    guidOf(tenantId, scenario.name, now.epochMilliseconds, what);
  const { mended } = scenario;
  return {
    v: 1,
    scenario: scenario.name,
    aheadMs: 0,
    organisation: { name: scenario.organisation, country },
    account: accountOf(scenario, id('account')),
    roles: scenario.roles,
    rolesOf: [],
    owned: scenario.products.map((seed, index) => ownedOf(seed, id(index), id(0), today)),
    incidents: scenario.incidents ?? [],
    ...(mended && { mended: mendedOf(mended, now, id) }),
    creditCheck: scenario.creditCheck,
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

function mendedOf(
  { afterHours = hoursUntilMended, gone = [], ...mended }: Mended,
  now: Temporal.Instant,
  id: (index: number) => string,
): NonNullable<TenantState['mended']> {
  return {
    ...mended,
    at: now.add({ hours: afterHours }).toString(),
    subscriptionId: id(0),
    gone: gone.map(id),
  };
}

function accountOf(scenario: Scenario, id: string): BillingAccount {
  const address = {
    name: scenario.organisation,
    street: 'Hamngatan 4',
    city: 'Göteborg',
    postalCode: '411 08',
    country,
  };
  return {
    id,
    agreement: scenario.agreement,
    segment: scenario.segment ?? 'commercial',
    currency,
    timeZone,
    soldTo: address,
    billedTo: { ...address, email: 'faktura@contoso.example' },
    paymentMethods: [methods.card, methods.invoice],
    defaultPaymentMethodId: methods[scenario.paysBy].id,
    invoiceFrom: money(invoiceFrom, currency),
    overdue: money(scenario.overdue, currency),
  };
}
