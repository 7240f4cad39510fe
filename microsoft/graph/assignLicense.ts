/** One call that changes a user's licences: https://learn.microsoft.com/graph/api/user-assignlicense */
import { z } from 'zod';
import { retryAfterSeconds } from '../../commerce/base/retryAfter.ts';
import type { ChangeOutcome, LicenceChange } from '../../commerce/ports/userLicences.ts';
import type { Incoming } from '../http/exchange.ts';
import { bodyOf } from './graphAnswer.ts';

export const operation = 'assignLicense';

/** Where the service says no time, in seconds. */
const usualWait = 10;
/** Characters of a text without a class that are told. */
const longestText = 300;

export function assignLicenseRequest({ userId, add, remove }: LicenceChange) {
  return {
    method: 'POST',
    url: `/users/${encodeURIComponent(userId)}/assignLicense`,
    // Moves of many users let those pass who wait for an answer.
    headers: { 'content-type': 'application/json', 'x-ms-throttle-priority': 'Low' },
    body: {
      addLicenses: add.map(({ skuId, disabledPlans }) => ({ skuId, disabledPlans })),
      removeLicenses: remove,
    },
  };
}

/** Classes of R49 are published for groups alone; a user's call is answered in words. The first that fits counts. */
const classes: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/does not have any available licen[cs]es/i, 'CountViolation'],
  [/usage location/i, 'ProhibitedInUsageLocationViolation'],
  [/mutually exclusive/i, 'MutuallyExclusiveViolation'],
  [/depends? on/i, 'DependencyViolation'],
  [/prox(y|ied)\s*address|same value for property/i, 'UniquenessViolation'],
  [/inherited from a group/i, 'GroupAssigned'],
];

const notHeld = /does not have a corresponding licen[cs]e/i;

const errorSchema = z.object({ error: z.object({ message: z.string() }) });
const textIn = ({ json }: Incoming): string =>
  errorSchema.safeParse(json).data?.error.message ?? '';

/** Whether a licence was to be taken from who has it not. */
export const isNotHeld = (answer: Incoming): boolean =>
  answer.status === 400 && notHeld.test(textIn(answer));

export const later = (seconds = usualWait): ChangeOutcome => ({
  outcome: 'later',
  afterSeconds: Math.max(1, Math.ceil(seconds)),
});

const isDenied = ({ status }: Incoming): boolean => status === 401 || status === 403;

/**
 * Of calls that were sent together, undefined where nothing was answered.
 * @throws connection.… where none of them was allowed; a single one says something of its user alone
 */
export function outcomesOf(answers: readonly (Incoming | undefined)[]): ChangeOutcome[] {
  const [first] = answers;
  if (first && answers.every((answer) => answer && isDenied(answer))) bodyOf(operation, first);
  return answers.map((answer) => (answer ? outcomeOf(answer) : later()));
}

function outcomeOf(answer: Incoming): ChangeOutcome {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { outcome: 'changed' };
  if (status === 401 || status === 408 || status === 429 || status >= 500) {
    return later(retryAfterSeconds(headers['retry-after']));
  }
  if (status === 404) return { outcome: 'refused', reason: 'UnknownUser' };
  const text = textIn(answer);
  const [, reason] = classes.find(([pattern]) => pattern.test(text)) ?? [];
  if (reason !== undefined) return { outcome: 'refused', reason };
  return {
    outcome: 'refused',
    reason: 'Other',
    ...(text !== '' && { text: text.slice(0, longestText) }),
  };
}
