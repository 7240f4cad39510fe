import { z } from 'zod';
import { UpgraderaError } from '../commerce/errors.ts';
import type { Attempt, FirstAttemptRepository } from '../commerce/repositories.ts';
import { CheckedDocuments } from './documents.ts';
import type { StorageEngine } from './engine.ts';

export const firstAttemptSchema = z.object({ v: z.literal(1), at: z.iso.datetime() });

/** One small document for each thing that was tried in vain. */
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
    // Ends, since every conflict means that somebody else's attempt was written.
    for (;;) {
      const known = await this.#documents.readOrSetAside(id);
      if (known && Temporal.Instant.compare(known.value.at, notBefore) >= 0) return known.value.at;
      try {
        await this.#documents.save(id, { v: 1, at }, known?.version ?? 0);
        return at;
      } catch (error) {
        if (!(error instanceof UpgraderaError && error.code === 'storage.conflict')) throw error;
      }
    }
  }
}
