/** A document as it stands in its file. */
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/errors.ts';

const keptSchema = z.object({
  version: z.int().positive(),
  id: z.string(),
  document: z.unknown(),
});
export type Kept = z.infer<typeof keptSchema>;

/** @param path for the error. @throws storage.damaged */
export function parseKept(text: string, path: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new UpgraderaError('storage.damaged', path, error);
  }
}
