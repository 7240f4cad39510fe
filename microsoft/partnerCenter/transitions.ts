/**
 * Upgrades as Partner Center tells of them:
 * https://learn.microsoft.com/partner-center/developer/transition-resources. Names come in mixed case,
 * and words with blanks behind them.
 */
import { z } from 'zod';
import type { OperationStatus } from '../../commerce/ports/seller.ts';
import { insensitive } from './insensitive.ts';

const word = z.string().transform((text) => text.trim());
const errors = z
  .array(insensitive({ code: z.coerce.string().nullish(), description: z.string().nullish() }))
  .nullish();

export const transitionSchema = insensitive({
  fromCatalogItemId: z.string().nullish(),
  toCatalogItemId: z.string(),
  toSubscriptionId: z.string().nullish(),
  quantity: z.int().nullish(),
  transitionType: word.nullish(),
  events: z
    .array(
      insensitive({
        name: word,
        status: word,
        timestamp: z.iso.datetime({ offset: true }).nullish(),
        errors,
      }),
    )
    .nullish(),
});
export type Transition = z.infer<typeof transitionSchema>;
type TransitionEvent = NonNullable<Transition['events']>[number];

export const withLicences = 'transition_with_license_transfer';

type Stage = 'started' | 'completed' | 'failed';

/** A word that is new tells of no end. */
const stages: Readonly<Record<string, Stage>> = { completed: 'completed', failed: 'failed' };

const conversion = ['conversion'];
/** Texts know it by both names. */
const reassignment = ['licensereassignment', 'seatreassignment'];

/** @returns undefined before it began */
function stageOf(events: readonly TransitionEvent[]): Stage | undefined {
  const told = events.map(({ status }) => stages[status.toLowerCase()] ?? 'started');
  return told.find((stage) => stage !== 'started') ?? told[0];
}

const named = ({ events }: Transition, names: readonly string[]): TransitionEvent[] =>
  (events ?? []).filter(({ name }) => names.includes(name.toLowerCase()));

function codeIn(events: readonly TransitionEvent[]): string | undefined {
  const told = events.flatMap(({ errors: list }) => list ?? []).map(({ code }) => code);
  return told.find((code) => code != null) ?? undefined;
}

/**
 * Users are not counted; who was not moved the directory knows (R79). A subscription of the newer
 * commerce keeps its id, unless another is named (R84).
 */
export function statusOf(transition: Transition, subscriptionId: string): OperationStatus {
  const converting = named(transition, conversion);
  const moving = named(transition, reassignment);
  const converted = stageOf(converting);
  if (converted === 'failed') {
    return { phase: 'failed', code: codeIn(converting) ?? 'ConversionFailed' };
  }
  if (converted !== 'completed') return { phase: 'provisioning' };
  const newSubscriptionId = transition.toSubscriptionId || subscriptionId;
  const moves = transition.transitionType?.toLowerCase() === withLicences || moving.length > 0;
  const moved = moves ? stageOf(moving) : 'completed';
  if (moved === 'completed') return { phase: 'completed', newSubscriptionId };
  if (moved === 'failed') return { phase: 'completedWithUserErrors', newSubscriptionId };
  return { phase: 'reassigning', newSubscriptionId };
}

/** @returns undefined where no event tells it */
export function beginningOf({ events }: Transition): Temporal.Instant | undefined {
  const told = (events ?? []).flatMap(({ timestamp }) =>
    timestamp == null ? [] : Temporal.Instant.from(timestamp),
  );
  return told.toSorted(Temporal.Instant.compare)[0];
}
