import type { Attempt, FirstAttemptRepository } from '../../../commerce/ports/repositories.ts';

export class MemoryFirstAttempts implements FirstAttemptRepository {
  readonly #known = new Map<string, string>();

  async note(attempt: Attempt, at: string, notBefore: string): Promise<string> {
    const id = JSON.stringify(attempt);
    const known = this.#known.get(id);
    if (known && Temporal.Instant.compare(known, notBefore) >= 0) return known;
    this.#known.set(id, at);
    return at;
  }
}
