/** An upgrade that the simulated service accepted. Where it stands follows from the time alone. */
import { z } from 'zod';
import { addressSchema } from '../../commerce/model/account.ts';
import { billingCycleSchema, termSchema } from '../../commerce/model/terms.ts';
import type { OperationStatus } from '../../commerce/ports/seller.ts';

/** How long each stage takes, and how soon to look again, in seconds of the tenant's time. */
export const paceSchema = z.object({
  provisioning: z.int().nonnegative(),
  reassigning: z.int().nonnegative(),
  cancellingOld: z.int().nonnegative(),
  pollAfterSeconds: z.int().positive(),
});
export type Pace = z.infer<typeof paceSchema>;

export const operationSchema = z.object({
  id: z.string(),
  clientRequestId: z.string(),
  subscriptionId: z.string(),
  newSubscriptionId: z.string(),
  targetSkuId: z.guid(),
  quantity: z.int().positive(),
  term: termSchema,
  billing: billingCycleSchema,
  /** Ids of add-ons that the new plan contains, so that they end with the old one (R58). */
  removes: z.array(z.string()).default([]),
  /** Where the new subscription is sold to; absent in those of version 0.1.0. */
  soldTo: addressSchema.optional(),
  /** ISO instant of the tenant's time, as is `frozenAt`. */
  placedAt: z.iso.datetime(),
  /** Users with a licence of the old product when the upgrade was placed. */
  users: z.int().nonnegative(),
  /** Those of them that can't be moved, and why. */
  failures: z.array(z.object({ userName: z.string(), reason: z.string() })).default([]),
  /**
   * Set where users had been changed by hand when it was placed: all are moved in the same moment. Licences
   * of the old product that stay, as `tally` counts them, and how many users get the new one who had it not.
   */
  atOnce: z.object({ left: z.record(z.string(), z.int()), gain: z.int().nonnegative() }).optional(),
  /** What a credit check will say; absent when none is made (R65). */
  creditCheck: z.enum(['approved', 'declined']).optional(),
  pace: paceSchema,
  /** When it was taken back, while its credit was being checked. */
  withdrawnAt: z.iso.datetime().optional(),
  /** When a tester began the tenant anew: what had not come to an end by then has failed. */
  frozenAt: z.iso.datetime().optional(),
});
export type Operation = z.infer<typeof operationSchema>;

/** Within the two business days of R66, and less than the two days that testers skip. */
const creditCheckSeconds = 20 * 60 * 60;
const stages = ['creditCheck', 'provisioning', 'reassigning', 'cancellingOld'] as const;
type Stage = (typeof stages)[number];

function secondsOf(operation: Operation, stage: Stage): number {
  if (stage !== 'creditCheck') return operation.pace[stage];
  return operation.creditCheck ? creditCheckSeconds : 0;
}

/** When the upgrade ends, or would end if its credit check were approved. */
export function completionOf(operation: Operation): Temporal.Instant {
  const seconds = stages.reduce((sum, stage) => sum + secondsOf(operation, stage), 0);
  return Temporal.Instant.from(operation.placedAt).add({ seconds });
}

/** The simulated service always tells how many users it has moved. */
export type CountedStatus = OperationStatus & Required<Pick<OperationStatus, 'users'>>;

/** Where an operation stands at an instant of the tenant's time, in the order of effects of R79. */
export function statusOf(operation: Operation, now: Temporal.Instant): CountedStatus {
  if (operation.frozenAt === undefined) return undisturbedStatus(operation, now);
  const last = undisturbedStatus(operation, Temporal.Instant.from(operation.frozenAt));
  if (!isRunning(last)) return last;
  return { ...last, phase: 'failed', code: 'TenantReset' };
}

export function isRunning({ phase }: OperationStatus): boolean {
  return stages.some((stage) => stage === phase);
}

function undisturbedStatus(operation: Operation, now: Temporal.Instant): CountedStatus {
  const { users: total, newSubscriptionId } = operation;
  const unmoved = { moved: 0, total, failures: [] };
  if (operation.withdrawnAt !== undefined) return { phase: 'withdrawn', users: unmoved };
  let left = Temporal.Instant.from(operation.placedAt).until(now).total('seconds');
  for (const stage of stages) {
    const seconds = secondsOf(operation, stage);
    if (left < seconds) return underWay(operation, stage, left);
    left -= seconds;
    if (stage === 'creditCheck' && operation.creditCheck === 'declined') {
      const code = 'CreditCheckDeclined';
      return { phase: 'declined', users: unmoved, code };
    }
  }
  const { failures } = operation;
  const users = { moved: total - failures.length, total, failures };
  const phase = failures.length > 0 ? 'completedWithUserErrors' : 'completed';
  return { phase, users, newSubscriptionId };
}

function underWay(operation: Operation, stage: Stage, left: number): CountedStatus {
  const { users: total, newSubscriptionId } = operation;
  const seconds = secondsOf(operation, stage);
  const share = left / seconds;
  const moving = stage === 'reassigning';
  const over = stage === 'cancellingOld';
  const movable = total - operation.failures.length;
  const soFar = operation.atOnce ? 0 : Math.floor(movable * share);
  const moved = moving ? soFar : over ? movable : 0;
  return {
    phase: stage,
    users: { moved, total, failures: over ? operation.failures : [] },
    ...(moving || over ? { newSubscriptionId } : {}),
    pollAfterSeconds: Math.min(
      Math.max(Math.ceil(seconds - left), 1),
      // While users are moved there is something new to show before the stage ends.
      moving ? operation.pace.pollAfterSeconds : Number.POSITIVE_INFINITY,
    ),
  };
}

/** The operation that a request started. */
export function operationIdOf(
  operations: readonly Operation[],
  clientRequestId: string,
): string | undefined {
  return operations.find((operation) => operation.clientRequestId === clientRequestId)?.id;
}
