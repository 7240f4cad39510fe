/** New approvals. */
import type { ApprovalWhy } from '../checkout/approvalNeeded.ts';
import { approvalDays } from '../model/policyValues.ts';
import type { Quote } from '../model/quote.ts';
import { newReference } from '../order/reference.ts';
import type { Approval } from './approval.ts';
import { lookAt, type Moment } from './changes.ts';

/** Who acts, and where. */
export interface Actor {
  tenantId: string;
  userId: string;
  userName: string;
  conversation: string;
}

export function newApproval(
  { tenantId, userId, userName, conversation }: Actor,
  { id: quoteId, subscriptionId, sourceSkuId, targetSkuId, quantity }: Quote,
  why: ApprovalWhy,
  { now, realNow }: Moment,
): Approval {
  const expiresAt = Temporal.Instant.from(now)
    .add({ hours: approvalDays * 24 })
    .toString();
  return {
    v: 1,
    id: newReference('APR'),
    tenantId,
    askedBy: { userId, name: userName },
    conversation,
    why,
    ...{ subscriptionId, sourceSkuId, targetSkuId, quantity, quoteId },
    state: 'asked',
    seen: [],
    startedAt: now,
    changedAt: now,
    expiresAt,
    nextCheckAt: lookAt({ state: 'asked', expiresAt }, now, realNow),
    audit: [{ at: now, by: userId, event: 'ask', to: 'asked', quoteId }],
    notices: [],
    revision: 0,
    cards: [],
  };
}
