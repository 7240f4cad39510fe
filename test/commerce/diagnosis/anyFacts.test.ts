import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reasonSentence, reasonSteps, reasonWho, writeOut } from '../../../cards/kit/wording.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import { remedyGroups } from '../../../commerce/diagnosis/reason.ts';
import { warnings } from '../../../commerce/diagnosis/warnings.ts';
import { agreementSchema, segmentSchema } from '../../../commerce/model/account.ts';
import { orderStateSchema } from '../../../commerce/model/order.ts';
import { billingRoles, entraRoles } from '../../../commerce/model/role.ts';
import {
  type Subscription,
  soldSubscriptionSchema,
  subscriptionStatusSchema,
} from '../../../commerce/model/subscription.ts';
import { billingCycleSchema, termSchema } from '../../../commerce/model/terms.ts';
import type { AddOn } from '../../../commerce/quote/addOns.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { runs } from '../../support/process/runs.ts';
import { account, clearFacts, openOrder } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const traits = soldSubscriptionSchema.shape;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = fc
  .integer({ min: -2000, max: 2000 })
  .map((days) => Temporal.PlainDate.from('2026-11-23').add({ days }).toString());
const instant = fc
  .integer({ min: -60_000, max: 60_000 })
  .map((minutes) => Temporal.Instant.from('2026-11-23T12:00:00Z').add({ minutes }).toString());
const text = fc.string({ maxLength: 12 });
const skuId = fc.constantFrom(...catalog.plans.map((plan) => plan.skuId));
const ids = fc.constantFrom('a', 'b', 'c');

/** What is left out when undefined, as in a document. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const usersOf = fc.record({ name: fc.string(), users: fc.integer({ min: 1 }) });
const orUnknown = <T>(known: fc.Arbitrary<T>) => fc.oneof(known, fc.constant('unknown' as const));

const subscription = fc
  .record({
    id: ids,
    skuId,
    status: fc.constantFrom(...subscriptionStatusSchema.unwrap().options),
    quantity: fc.nat(20_000),
    assigned: orUnknown(fc.nat(20_000)),
    term: orUnknown(fc.constantFrom(...termSchema.options)),
    billing: orUnknown(fc.constantFrom(...billingCycleSchema.options)),
    prepaid: orUnknown(fc.boolean()),
    period: orUnknown(
      fc.record({
        start: day,
        end: day,
        charge: fc.record({ amount: fc.maxSafeNat(), currency: fc.constant('SEK' as const) }),
      }),
    ),
    renewsOn: orUnknown(day),
    autoRenew: orUnknown(fc.boolean()),
    soldBy: maybe(fc.constantFrom(...traits.soldBy.unwrap().options)),
    trial: maybe(fc.boolean()),
    endOfSale: maybe(day),
    scheduledChange: maybe(
      fc.record({ on: day, by: fc.constantFrom('representative' as const, 'customer' as const) }),
    ),
    unfinishedServices: maybe(fc.array(text, { maxLength: 3 })),
    rampedDiscount: maybe(fc.boolean()),
    turnedOff: maybe(fc.array(usersOf)),
    groups: maybe(fc.array(usersOf)),
  })
  .map((owned): Subscription => present(owned));

const plan = maybe(skuId.map((id) => catalog.plan(id)));
const targets = fc.record({
  targets: fc.constantFrom([], clearFacts.targets.targets),
  excluded: fc.array(
    fc.record({
      plan: skuId.map((id) => catalog.plan(id)),
      why: fc.constantFrom('dataLoss' as const, 'seatCap' as const, 'segment' as const),
    }),
    { maxLength: 3 },
  ),
});
const refusalCode = fc.oneof(
  fc.constantFrom(
    'HighVolume',
    'CreditCheckPending',
    'ConcurrencyConflicts',
    'ConflictingServiceTypes',
    'SubscriptionAddOnsPresent',
    '800067',
    'PrepaidNotSupported',
    'NotEligible',
    'constructor',
    '__proto__',
  ),
  text,
);
const addOn: fc.Arbitrary<AddOn> = fc.record({
  name: text,
  subscriptionId: ids,
  fate: fc.constantFrom('support', 'remove', 'included', 'carried', 'separate'),
  redundant: fc.boolean(),
});

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    now: instant,
    account: fc
      .record({
        agreement: fc.constantFrom(...agreementSchema.options),
        segment: fc.constantFrom(...segmentSchema.options),
        overdue: orUnknown(
          fc.record({ amount: fc.integer(), currency: fc.constant('SEK' as const) }),
        ),
        defaultPaymentMethodId: fc.constantFrom('card', 'invoice', 'gone'),
        timeZone: fc.constantFrom('Europe/Stockholm', 'America/Anchorage', 'Asia/Kolkata', 'UTC'),
        country: fc.constantFrom('SE', 'US', 'IN', 'ZZ'),
      })
      .map(({ country, ...rest }) => ({
        ...account,
        ...rest,
        soldTo: { ...account.soldTo, country },
      })),
    roles: fc.record({
      entra: orUnknown(fc.subarray([...entraRoles])),
      billing: orUnknown(fc.subarray([...billingRoles])),
    }),
    subscriptions: fc.array(subscription, { maxLength: 5 }),
    subscription,
    plan,
    targets,
    refusals: fc.array(fc.record({ code: refusalCode, description: text }), { maxLength: 4 }),
    openOrders: fc.array(
      fc
        .record({ state: fc.constantFrom(...orderStateSchema.options), by: maybe(day) })
        .map(({ state, by }) => present({ ...openOrder, state, creditCheckBy: by })),
      { maxLength: 2 },
    ),
    incidents: orUnknown(fc.array(fc.record({ id: text, service: text }), { maxLength: 3 })),
    overAssigned: fc.array(fc.record({ name: text, userName: text }), { maxLength: 25 }),
    addOns: fc.array(addOn, { maxLength: 4 }),
    otherPlans: fc.array(text, { maxLength: 7 }),
    busySince: maybe(instant),
  })
  .map((facts) => present(facts) as unknown as Facts);

describe('Diagnosis of arbitrary facts', () => {
  it('never throws, tells each reason once, in order, in every language', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const reasons = diagnose(facts);
        const codes = reasons.map(({ code }) => code);
        assert.equal(new Set(codes).size, codes.length);
        const order = reasons.map(({ group }) => remedyGroups.indexOf(group));
        assert.deepEqual(
          order,
          order.toSorted((a, b) => a - b),
        );
        for (const l of locales.map(localiser)) {
          for (const reason of reasons) {
            reasonSentence(reason, 'title', l);
            const sentences = [
              reasonSentence(reason, 'cause', l),
              ...reasonSteps(reason, l),
              reasonWho(reason, facts.account.agreement, l),
            ];
            for (const sentence of sentences) assert.doesNotMatch(sentence, /\{\{\w+\}\}/);
          }
          for (const { code, values } of warnings(facts)) {
            assert.doesNotMatch(
              l.t(`reasons.warnings.${code}`, writeOut(values, l)),
              /\{\{\w+\}\}/,
            );
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
