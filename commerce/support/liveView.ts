/** Where an agent looks at the file of a case: it follows the customer there for a while. Pure. */

import { cardsWith, type ShownCard } from '../model/notice.ts';
import { caseLiveMinutes } from '../model/policyValues.ts';
import type { SupportCase } from './case.ts';

/** @param now ISO instant of real time */
export function withLiveView(
  before: SupportCase,
  card: ShownCard,
  by: { userId: string; now: string },
): SupportCase {
  const until = Temporal.Instant.from(by.now).add({ minutes: caseLiveMinutes }).toString();
  // An older one of the same person has made room for it.
  const others = before.live.filter(
    ({ conversation, userId }) => conversation !== card.conversation || userId !== by.userId,
  );
  return { ...before, live: cardsWith(others, { ...card, userId: by.userId, until }) };
}

/** @param serves whether that agent still serves the tenant */
export function liveViews(
  { live, tenantId }: Pick<SupportCase, 'live' | 'tenantId'>,
  now: Temporal.Instant,
  serves: (userId: string, tenantId: string) => boolean,
): SupportCase['live'] {
  return live.filter(
    ({ until, userId }) => Temporal.Instant.compare(now, until) < 0 && serves(userId, tenantId),
  );
}
