/** When the next call to the channel may go out: within its limits, and not while it wants a pause. */

import { wait } from '../wait.ts';
import { conversationLimits, type Limit, longestWait, tenantLimits } from './rateLimits.ts';

/** Where something is said. */
export interface Place {
  tenantId: string;
  /** Key of the conversation. */
  conversation: string;
}

/** The calls of one conversation or tenant: those made, and those that have a time already. */
class Line {
  pausedUntil = 0;
  /** The conversation that was last told to wait; of a tenant's line. */
  throttled: { conversation: string; until: number } | undefined;
  readonly #limits: readonly Limit[];
  #times: number[] = [];

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
  }

  /** The earliest time at which one more call keeps every limit. */
  earliest(from: number): number {
    let at = Math.max(from, this.pausedUntil);
    for (let later = this.#after(at); later > at; later = this.#after(at)) at = later;
    return at;
  }

  take(at: number, now: number): void {
    this.#times = [...this.#times.filter((time) => time > now - this.#memory), at];
  }

  isIdle(now: number): boolean {
    return this.pausedUntil <= now && this.#times.every((time) => time <= now - this.#memory);
  }

  get #memory(): number {
    return Math.max(...this.#limits.map(({ seconds }) => seconds * 1000));
  }

  /** A time that is less crowded, or this one. */
  #after(at: number): number {
    const free = this.#limits.map(({ calls, seconds }) => {
      const span = seconds * 1000;
      const near = this.#times.filter((time) => Math.abs(time - at) < span).sort((a, b) => a - b);
      const last = near.at(-calls);
      return last === undefined ? at : last + span;
    });
    return Math.max(at, ...free);
  }
}

export class Pace {
  readonly #now: () => Temporal.Instant;
  /** Longest unused first. */
  readonly #lines = new Map<string, Line>();

  constructor(now: () => Temporal.Instant) {
    this.#now = now;
  }

  /** Waits for its turn. @returns false when that is not soon: ask again later. */
  async turn(place: Place): Promise<boolean> {
    const now = this.#milliseconds();
    this.#forget(now);
    const conversation = this.#line(`c ${place.conversation}`, conversationLimits);
    const tenant = this.#line(`t ${place.tenantId}`, tenantLimits);
    const at = earliestIn([conversation, tenant], now, now + longestWait);
    if (at === undefined) return false;
    conversation.take(at, now);
    tenant.take(at, now);
    if (at > now) await wait(at - now);
    return Math.max(conversation.pausedUntil, tenant.pausedUntil) <= this.#milliseconds();
  }

  /** Two conversations that are told to wait mean that all of the tenant is. */
  pause({ conversation, tenantId }: Place, milliseconds: number): void {
    const now = this.#milliseconds();
    const until = now + milliseconds;
    const line = this.#line(`c ${conversation}`, conversationLimits);
    line.pausedUntil = Math.max(line.pausedUntil, until);
    const tenant = this.#line(`t ${tenantId}`, tenantLimits);
    const other = tenant.throttled;
    if (other && other.until > now && other.conversation !== conversation) {
      tenant.pausedUntil = Math.max(tenant.pausedUntil, until);
    }
    tenant.throttled = { conversation, until };
  }

  #line(key: string, limits: readonly Limit[]): Line {
    const line = this.#lines.get(key) ?? new Line(limits);
    this.#lines.delete(key);
    this.#lines.set(key, line);
    return line;
  }

  #forget(now: number): void {
    for (const [key, line] of this.#lines) {
      if (!line.isIdle(now)) return;
      this.#lines.delete(key);
    }
  }

  #milliseconds(): number {
    return this.#now().epochMilliseconds;
  }
}

/** @returns undefined when there is no time for one more call until then. */
function earliestIn(lines: Line[], from: number, until: number): number | undefined {
  for (let at = from; at <= until; ) {
    const later = Math.max(...lines.map((line) => line.earliest(at)));
    if (later === at) return at;
    at = later;
  }
  return undefined;
}
