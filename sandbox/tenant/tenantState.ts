/** The document of a simulated tenant: all that is known of it. The present follows by the time. */
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import {
  addressSchema,
  agreementSchema,
  billedToSchema,
  billingAccountSchema,
  paymentMethodSchema,
  segmentSchema,
} from '../../commerce/model/account.ts';
import { moneySchema } from '../../commerce/model/money.ts';
import { roles } from '../../commerce/model/role.ts';
import { termSchema } from '../../commerce/model/terms.ts';
import { editsSchema } from './edits.ts';
import { operationSchema, paceSchema } from './operation.ts';
import { ownedSchema, traitNames } from './owned.ts';
import { ownPriceSchema } from './ownPrices.ts';
import { userChangesSchema, userShardSchema } from './userChanges.ts';

const roleSchema = z.enum(roles);

/** Version 0.1.0 called the repairs of a tenant otherwise. */
function withRepairs(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('mended' in document)) return document;
  const { mended, ...rest } = document;
  return { repairs: mended, ...rest };
}

/** Nothing of a simulated account is unknown. */
const accountSchema = billingAccountSchema.extend({
  agreement: agreementSchema,
  segment: segmentSchema,
  soldTo: addressSchema,
  billedTo: billedToSchema,
  timeZone: z.string(),
  overdue: moneySchema,
  paymentMethods: z.array(paymentMethodSchema).min(1),
  defaultPaymentMethodId: z.string(),
  invoiceFrom: moneySchema,
});
export type SimulatedAccount = z.infer<typeof accountSchema>;

const documentSchema = z.object({
  v: z.literal(1),
  scenario: z.string(),
  /** How far the tenant's time is ahead of real time. */
  aheadMs: z.int().nonnegative(),
  organisation: z.object({ name: z.string(), country: z.string().length(2) }),
  account: accountSchema,
  /** Roles of everybody who is not in `rolesOf`. */
  roles: z.array(roleSchema),
  rolesOf: z.array(z.object({ userId: z.string(), roles: z.array(roleSchema) })),
  owned: z.array(ownedSchema),
  /** Prices of this tenant alone. */
  prices: z.array(ownPriceSchema).default([]),
  /** Services that have an incident. */
  incidents: z.array(z.object({ id: z.string(), service: z.string() })).default([]),
  /** What somebody puts right later: from the instant `at` of the tenant's time on. */
  repairs: z
    .object({
      at: z.iso.datetime(),
      subscriptionId: z.string(),
      overdue: z.int().optional(),
      assigned: z.int().optional(),
      autoRenew: z.boolean().optional(),
      term: termSchema.optional(),
      refusals: ownedSchema.shape.refusals.optional(),
      /** Circumstances that no longer hold. */
      without: z.array(z.enum(traitNames)).optional(),
      /** Subscriptions that are given up, by their ids. */
      gone: z.array(z.string()).optional(),
      /** Whether the incidents are over. */
      healthy: z.boolean().optional(),
    })
    .optional(),
  creditCheck: z.enum(['approved', 'declined']),
  /** Users that an upgrade leaves behind, by Microsoft's class of the error (R49). */
  userErrors: z.array(z.object({ reason: z.string(), users: z.int().positive() })).default([]),
  pace: paceSchema,
  /** What was bought, reduced and cancelled by hand since the first day. */
  edits: editsSchema.optional(),
  /** Absent as long as nobody has changed a user. */
  users: userChangesSchema.optional(),
  /** Oldest first. At most one of them runs (R82). */
  operations: z.array(operationSchema),
});
const tenantStateSchema = z.preprocess(withRepairs, documentSchema);
export type TenantState = z.infer<typeof tenantStateSchema>;

/** Everything that is stored of simulated tenants. */
export const tenantDocumentSchema = z.unknown().superRefine((document, context) => {
  const { success } = userShardSchema.safeParse(document);
  const { error } = success ? {} : tenantStateSchema.safeParse(document);
  for (const issue of error?.issues ?? []) context.addIssue({ ...issue });
});

/** @throws storage.damaged when the stored document is not a tenant's state */
export function parseTenantState(value: unknown, tenantId: string): TenantState {
  const parsed = tenantStateSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UpgraderaError('storage.damaged', `simulated tenant ${tenantId}`, parsed.error);
}
