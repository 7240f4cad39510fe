/** Leaves a service alone that has failed several times in a row: people do not wait for it in vain. */

const failuresInARow = 5;
const pause = { minutes: 1 };

export class Circuit {
  readonly #now: () => Temporal.Instant;
  #failures = 0;
  #closedUntil: Temporal.Instant | undefined;

  constructor(now: () => Temporal.Instant) {
    this.#now = now;
  }

  /** After the pause one call is let through; until it has answered, no other. */
  isOpen(): boolean {
    if (this.#closedUntil === undefined) return true;
    if (Temporal.Instant.compare(this.#now(), this.#closedUntil) < 0) return false;
    this.#closedUntil = this.#now().add(pause);
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#closedUntil = undefined;
  }

  /** @returns whether the service is left alone from now on */
  failed(): boolean {
    this.#failures += 1;
    if (this.#failures < failuresInARow) return false;
    this.#closedUntil = this.#now().add(pause);
    return true;
  }
}
