import { z } from 'zod';
import type { Attempt, FirstAttemptRepository } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

export const firstAttemptSchema = z.object({ v: z.literal(1), at: z.iso.datetime() });

/** One small document for each thing that the sales service was too busy for. */
export class StoredFirstAttempts implements FirstAttemptRepository {
  readonly #documents: CheckedDocuments<z.infer<typeof firstAttemptSchema>>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'firstAttempts', firstAttemptSchema);
  }

  async note(
    { tenantId, subscriptionId, code }: Attempt,
    at: string,
    notBefore: string,
  ): Promise<string> {
    const id = JSON.stringify([tenantId, subscriptionId, code]);
    const noted = await this.#documents.change(id, (known) => {
      const counts = known && Temporal.Instant.compare(known.at, notBefore) >= 0;
      return counts ? undefined : { v: 1, at };
    });
    return noted?.at ?? at;
  }
}
