/** Who may decide an approval: the one rule, and whom of them can be told. */
import { type RightsSources, rightsOf, rolesOf } from '../access/rights.ts';
import { isAboveLimit, type SpendingLimits } from '../checkout/approvalNeeded.ts';
import type { Quoting } from '../quote/quoting.ts';
import type { Approval } from './approval.ts';

export interface DecidersNeeds extends RightsSources {
  quoting: Pick<Quoting, 'find'>;
  limits: SpendingLimits;
  /** Who has talked to the bot in the tenant, and where they can be told; the newest first. */
  contactsOf(tenantId: string): Promise<readonly Contact[]>;
}

interface Contact {
  userId: string;
  conversation: string;
}

/** Of the directory: above the limit one of them is needed besides the right to buy. */
const aboveTheLimit: readonly string[] = ['global-admin', 'billing-admin'];

/** So many people are looked up when somebody is to be told. */
const lookedUp = 10;

/** Somebody else than who asked, who may buy; above the limit a global or billing administrator. */
export async function mayDecide(
  needs: DecidersNeeds,
  { tenantId, userId }: { tenantId: string; userId: string },
  approval: Pick<Approval, 'askedBy' | 'quoteId' | 'tenantId'>,
): Promise<boolean> {
  if (userId === approval.askedBy.userId || tenantId !== approval.tenantId) return false;
  const [{ buy }, quote] = await Promise.all([
    rightsOf(needs, tenantId, userId),
    needs.quoting.find(tenantId, approval.quoteId),
  ]);
  if (buy !== true || !isAboveLimit(quote, needs.limits)) return buy === true;
  const { entra } = await rolesOf(needs.directory, tenantId, userId);
  return entra !== 'unknown' && entra.some((role) => aboveTheLimit.includes(role));
}

/** Each of them once, where they can be told. Who can't be looked up just now is nobody. */
export async function decidersOf(needs: DecidersNeeds, approval: Approval): Promise<Contact[]> {
  const { tenantId } = approval;
  const known = (await needs.contactsOf(tenantId)).slice(0, lookedUp);
  const people = [...new Map(known.toReversed().map((one) => [one.userId, one])).values()];
  const may = await Promise.all(
    people.map(({ userId }) => mayDecide(needs, { tenantId, userId }, approval).catch(() => false)),
  );
  return people.filter((_, index) => may[index]);
}
