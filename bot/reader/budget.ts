/** How often a model may still be asked today, on account of each tenant. Of this process; a restart forgets it. */

/** A call takes about half as many. */
const tokensPerCall = 4_000;

interface Spent {
  calls: number;
  tokens: number;
}

export class Budget {
  readonly #callsPerDay: number;
  readonly #now: () => Temporal.Instant;
  #day = '';
  readonly #spent = new Map<string, Spent>();

  /** @param now real time; days are those of UTC */
  constructor(callsPerDay: number, now: () => Temporal.Instant) {
    this.#callsPerDay = callsPerDay;
    this.#now = now;
  }

  /** @returns false when nothing is left; else the call counts */
  take(tenantId: string): boolean {
    const spent = this.#of(tenantId);
    const isLeft =
      spent.calls < this.#callsPerDay && spent.tokens < this.#callsPerDay * tokensPerCall;
    if (isLeft) spent.calls += 1;
    return isLeft;
  }

  /** What a call took, once that is known. */
  add(tenantId: string, tokens: number): void {
    this.#of(tenantId).tokens += tokens;
  }

  #of(tenantId: string): Spent {
    const day = this.#now().toString().slice(0, 'YYYY-MM-DD'.length);
    if (day !== this.#day) this.#spent.clear();
    this.#day = day;
    const spent = this.#spent.get(tenantId) ?? { calls: 0, tokens: 0 };
    this.#spent.set(tenantId, spent);
    return spent;
  }
}
