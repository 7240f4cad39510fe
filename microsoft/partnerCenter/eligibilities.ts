/** To what a subscription may be upgraded, and why not. */
import { z } from 'zod';
import type { Refusal } from '../../commerce/ports/seller.ts';
import { catalogItemSchema } from './catalogItem.ts';
import { insensitive } from './insensitive.ts';
import { withLicences } from './transitions.ts';

/** https://learn.microsoft.com/partner-center/developer/transition-a-new-commerce-subscription */
export const eligibilitiesSchema = insensitive({
  items: z.array(
    insensitive({
      catalogItemId: catalogItemSchema,
      eligibilities: z.array(
        insensitive({
          isEligible: z.boolean(),
          transitionType: z.string().transform((text) => text.trim().toLowerCase()),
          errors: z
            .array(
              insensitive({
                code: z.union([z.int(), z.string()]).nullish(),
                description: z.string().nullish(),
              }),
            )
            .nullish(),
        }),
      ),
    }),
  ),
});
type Eligibilities = z.infer<typeof eligibilitiesSchema>;
type EligibilityError = NonNullable<
  Eligibilities['items'][number]['eligibilities'][number]['errors']
>[number];

/** `TransitionErrorCode` of Microsoft.Store.PartnerCenter, by its numbers. */
const names: readonly string[] = [
  'Other',
  'DelegatedAdminPermissionsDisabled',
  'SubscriptionStatusNotActive',
  'ConflictingServiceTypes',
  'ConcurrencyConflicts',
  'UserContextRequired',
  'SubscriptionAddOnsPresent',
  'SubscriptionDoesNotHaveAnyTransitionedPaths',
  'SubscriptionTargetOfferNotFound',
  'SubscriptionNotProvisioned',
  'OfferDoesNotSupportBillingCycle',
  'ConversionsNotFound',
  'UserLicenseError',
];

/** Texts that are published with what they mean, for where the code says no more than that there is one. */
const meanings: readonly { says: RegExp; name: string }[] = [
  { says: /source subscription is not active/i, name: 'SubscriptionStatusNotActive' },
  { says: /not provisioned yet/i, name: 'SubscriptionNotProvisioned' },
  { says: /subscription mapping is required/i, name: 'NotEligible' },
  { says: /conflicting subscriptions/i, name: 'ConflictingServiceTypes' },
];

function refusalIn({ code, description }: EligibilityError): Refusal {
  const said = description?.slice(0, 300) ?? '';
  const named = typeof code === 'number' ? names[code] : names[Number(code)];
  const told = named ?? (code == null || code === '' ? 'Other' : String(code).slice(0, 60));
  const meant = meanings.find(({ says }) => says.test(said))?.name;
  return { code: told === 'Other' ? (meant ?? told) : told, description: said };
}

/** Catalog items of upgrades that take the users along: with others somebody would be left without a licence. */
export function eligibleItems({ items }: Eligibilities): string[] {
  return items
    .filter(({ eligibilities }) =>
      eligibilities.some(
        ({ isEligible, transitionType }) => isEligible && transitionType === withLicences,
      ),
    )
    .map(({ catalogItemId }) => catalogItemId);
}

/**
 * Why nothing is offered, each reason once; none while anything is. A list without anything says that
 * no upgrade is known.
 */
export function refusalsIn(eligibilities: Eligibilities): Refusal[] {
  if (eligibleItems(eligibilities).length > 0) return [];
  const all = eligibilities.items
    .flatMap((item) => item.eligibilities)
    .filter(({ transitionType }) => transitionType === withLicences)
    .flatMap(({ errors }) => errors ?? [])
    .map(refusalIn);
  return [...new Map(all.map((refusal) => [refusal.code, refusal])).values()];
}
