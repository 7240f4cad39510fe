/** How fast licences may be changed: each tenant for itself, over all of its moves. */
import { directoryWrites } from '../../model/policyValues.ts';

/** Calls within a span of a few seconds, by the instant of its end: seconds since 1970. */
export interface Calls {
  at: number;
  count: number;
}

/** Seconds that are counted together. */
const span = 2;

/**
 * Never more calls in any window than Microsoft says, refused ones included. What was counted is also
 * kept with the move, so that a process that takes over begins where the other one was.
 */
export class CallPace {
  readonly #ofTenant = new Map<string, Calls[]>();

  /** What another process counted, where this one has counted nothing yet. */
  remember(tenantId: string, calls: readonly Calls[]): void {
    if (!this.#ofTenant.has(tenantId)) this.#ofTenant.set(tenantId, [...calls]);
  }

  /** @returns seconds until so many calls may be made; 0 for now. @param now real time */
  wait(tenantId: string, count: number, now: Temporal.Instant): number {
    const calls = this.recent(tenantId, now);
    let used = calls.reduce((sum, { count: made }) => sum + made, 0);
    let free = secondsOf(now);
    for (const { at, count: made } of calls) {
      if (used + count <= directoryWrites.calls) break;
      used -= made;
      free = at + directoryWrites.seconds;
    }
    return Math.max(0, free - secondsOf(now));
  }

  note(tenantId: string, count: number, now: Temporal.Instant): void {
    const calls = this.recent(tenantId, now);
    const at = (Math.floor(secondsOf(now) / span) + 1) * span;
    const last = calls.at(-1);
    if (last?.at === at) last.count += count;
    else calls.push({ at, count });
    this.#ofTenant.set(tenantId, calls);
  }

  /** Those that still count, oldest first. */
  recent(tenantId: string, now: Temporal.Instant): Calls[] {
    const since = secondsOf(now) - directoryWrites.seconds;
    const calls = (this.#ofTenant.get(tenantId) ?? []).filter(({ at }) => at > since);
    if (calls.length > 0) this.#ofTenant.set(tenantId, calls);
    else this.#ofTenant.delete(tenantId);
    return calls;
  }
}

function secondsOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / 1000;
}
