/** A simulated tenant as Partner Center shows it. */
import type { OperationStatus } from '../../../commerce/ports/seller.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { productOf } from './partnerCatalog.ts';

export async function customer(sandbox: Sandbox, tenantId: string): Promise<object> {
  const { soldTo, billedTo } = await sandbox.billingAccount(tenantId);
  return {
    id: tenantId,
    commerceId: tenantId,
    companyProfile: { companyName: soldTo.name, domain: 'contoso.example' },
    billingProfile: {
      companyName: soldTo.name,
      email: billedTo.email,
      culture: 'en-US',
      defaultAddress: {
        country: soldTo.country,
        city: soldTo.city,
        addressLine1: soldTo.street,
        postalCode: soldTo.postalCode,
      },
    },
    relationshipToPartner: 'reseller',
    attributes: { objectType: 'Customer' },
  };
}

const qualificationOf: Record<string, string> = {
  commercial: 'None',
  education: 'Education',
  government: 'GovernmentCommunityCloud',
  nonprofit: 'Nonprofit',
};

/** A bare list, as this resource is. */
export async function qualifications(sandbox: Sandbox, tenantId: string): Promise<object> {
  const { segment } = await sandbox.billingAccount(tenantId);
  return [
    { qualification: 'StateOwnedEntity', vettingStatus: 'Denied' },
    { qualification: qualificationOf[segment], vettingStatus: 'Approved' },
  ];
}

const monthsOf = { P1M: 1, P1Y: 12, P3Y: 36 };

/** With one of Azure, which is no licence. */
export async function subscriptions(
  sandbox: Sandbox,
  tenantId: string,
  soldElsewhere: ReadonlySet<string>,
): Promise<object> {
  const owned = await sandbox.subscriptions(tenantId);
  const sold = owned.filter(({ id }) => !soldElsewhere.has(id));
  const items = sold.map((one) => {
    const renewsOn = Temporal.PlainDate.from(String(one.renewsOn));
    const termStart = renewsOn.subtract({ months: monthsOf[one.term as keyof typeof monthsOf] });
    return {
      id: one.id,
      offerId: `${productOf(one.skuId)}:0001:CFQ7TTC0LGNT`,
      friendlyName: 'a name',
      quantity: one.quantity,
      unitType: 'Licenses',
      status: one.status === 'canceled' ? 'Deleted' : one.status,
      billingType: 'license',
      termDuration: one.term,
      billingCycle: one.billing === 'annual' ? 'Annual' : one.billing,
      creationDate: `${termStart}T08:30:00Z`,
      effectiveStartDate: `${termStart}T00:00:00Z`,
      commitmentEndDate: `${renewsOn.subtract({ days: 1 })}T00:00:00Z`,
      autoRenewEnabled: one.autoRenew,
      isTrial: one.trial ?? false,
      contractType: one.soldBy === 'productKey' ? 'productKey' : 'subscription',
      ...(one.addOn ? { parentSubscriptionId: one.addOn.to } : {}),
      ...(one.scheduledChange
        ? {
            scheduledNextTermInstructions: {
              product: { productId: 'CFQ7TTC0OTHER', skuId: '0001', availabilityId: 'X' },
              quantity: 1,
            },
          }
        : {}),
      attributes: { etag: 'etag', objectType: 'Subscription' },
    };
  });
  const azure = {
    id: '0d6a1b1e-0000-4000-8000-000000000000',
    offerId: 'MS-AZR-0145P',
    quantity: 1,
    status: 'active',
    billingType: 'usage',
    billingCycle: 'monthly',
  };
  return {
    totalCount: items.length + 1,
    items: [...items, azure],
    attributes: { objectType: 'Collection' },
  };
}

/** Numbers that the SDK's enumeration gives them. */
const numberOf: Record<string, number> = {
  DelegatedAdminPermissionsDisabled: 1,
  SubscriptionStatusNotActive: 2,
  ConflictingServiceTypes: 3,
  ConcurrencyConflicts: 4,
  SubscriptionAddOnsPresent: 6,
  SubscriptionDoesNotHaveAnyTransitionedPaths: 7,
  SubscriptionTargetOfferNotFound: 8,
  SubscriptionNotProvisioned: 9,
};

const errorFor = (code: string, description: string): object =>
  code === 'NotEligible'
    ? {
        code: 0,
        description:
          'Transition type is not compatible - AzureAD subscription mapping is required.',
      }
    : { code: numberOf[code] ?? code, description };

/** What this channel sees and says itself; the simulated one leaves it to who looks. */
export async function ownReasons(sandbox: Sandbox, tenantId: string, subscriptionId: string) {
  const owned = await sandbox.subscriptions(tenantId);
  const hasBlocking = owned.some(
    ({ addOn }) => addOn?.to === subscriptionId && addOn.kind !== 'attached',
  );
  const isUnfinished = owned.some(
    ({ id, unfinishedServices }) => id === subscriptionId && unfinishedServices,
  );
  return [
    ...(hasBlocking ? [{ code: 'SubscriptionAddOnsPresent', description: 'Add-ons.' }] : []),
    ...(isUnfinished ? [{ code: 'SubscriptionNotProvisioned', description: 'Not yet.' }] : []),
  ];
}

/** Each with an availability of its own, and one that would leave the users behind. */
export async function eligibilities(
  sandbox: Sandbox,
  tenantId: string,
  subscriptionId: string,
  availability: string,
): Promise<object> {
  const { offers, refusals } = await sandbox.eligibility(tenantId, subscriptionId);
  const item = (skuId: string, details: object[]) => ({
    catalogItemId: `${productOf(skuId)}:0001:${availability}`,
    title: 'A product',
    description: 'Of some kind',
    quantity: 1,
    eligibilities: details,
    attributes: { objectType: 'TransitionEligibility' },
  });
  const alone = { isEligible: true, transitionType: 'transition_only', errors: [] };
  const along = {
    isEligible: true,
    transitionType: 'transition_with_license_transfer',
    errors: [],
  };
  const conflicting = {
    ...along,
    isEligible: false,
    errors: [errorFor('ConflictingServiceTypes', 'Conflict.')],
  };
  const reasons = [...refusals, ...(await ownReasons(sandbox, tenantId, subscriptionId))];
  const offered = reasons.length > 0 ? [] : offers;
  const refused = reasons.map(({ code, description }) => ({
    ...along,
    isEligible: false,
    errors: [errorFor(code, description)],
  }));
  const visio = '38b434d2-a15e-4cde-9a98-e737c75623e1';
  const items = [
    ...offered.map(({ skuId }) => item(skuId, [alone, along])),
    ...(offered.length > 0 ? [item(visio, [alone, conflicting])] : []),
    ...(refused.length > 0 ? [item(visio, refused)] : []),
  ];
  return { totalCount: items.length, items, attributes: { objectType: 'Collection' } };
}

const at = (name: string, status: string, timestamp: string, errors: object[] = []) => ({
  name,
  status,
  timestamp,
  ...(errors.length > 0 ? { errors } : {}),
  attributes: { objectType: 'TransitionEvent' },
});

/** All that has happened, in Partner Center's words: not two of them are written alike. */
export function eventsOf({ phase, code }: OperationStatus, since: string): object[] {
  const began = [at('Conversion', 'Started ', since)];
  const converted = [...began, at('Conversion', 'completed', since)];
  switch (phase) {
    case 'failed':
      return [...began, at('Conversion', 'Failed', since, [{ code, description: 'No.' }])];
    case 'reassigning':
    case 'cancellingOld':
      return [...converted, at('LicenseReassignment', 'InProgress', since)];
    case 'completed':
      return [
        ...converted,
        at('LicenseReassignment', 'Started ', since),
        at('SeatReassignment', 'Completed ', since),
      ];
    case 'completedWithUserErrors':
      return [
        ...converted,
        at('LicenseReassignment', 'Failed', since, [
          { code: '60000', description: 'The customer license migration failed' },
        ]),
      ];
    default:
      return began;
  }
}
