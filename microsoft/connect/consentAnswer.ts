/**
 * The redirect with which Microsoft answers a request for consent:
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
import { z } from 'zod';
import type { ConsentOutcome } from '../../commerce/ports/connecting.ts';

/** Much longer than anything that Microsoft or we send. */
const text = z.string().max(4096);

const answerSchema = z.object({
  state: text,
  tenant: text.optional(),
  admin_consent: text.optional(),
  error: text.optional(),
  error_description: text.optional(),
});

export interface ConsentAnswer {
  state: string;
  /** That it was given for. */
  tenantId: string | undefined;
  /** Undefined where it was given. */
  refusal: ConsentOutcome | undefined;
}

/** Numbers of https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const refusals: readonly { outcome: ConsentOutcome; numbers: readonly string[] }[] = [
  { outcome: 'blocked', numbers: ['53000', '53001', '53002', '53003', '530035', '530036'] },
  { outcome: 'notAdmin', numbers: ['90094', '90093', '65001'] },
  // Signed in with an account of another organization, or one that is not in this one.
  { outcome: 'wrongTenant', numbers: ['50020', '50177', '90072', '700016'] },
];

/** @returns undefined for what is no such redirect. Nothing in it is believed before its state is. */
export function consentAnswerIn(query: unknown): ConsentAnswer | undefined {
  const parsed = answerSchema.safeParse(query);
  if (!parsed.success) return undefined;
  const { state, tenant, admin_consent: consent = '', error, error_description = '' } = parsed.data;
  const number = /AADSTS(\d{4,7})/.exec(error_description)?.[1] ?? '';
  const named = refusals.find(({ numbers }) => numbers.includes(number))?.outcome;
  const given = error === undefined && consent.toLowerCase() === 'true';
  return {
    state,
    tenantId: tenant?.toLowerCase(),
    refusal: given ? undefined : (named ?? 'refused'),
  };
}
