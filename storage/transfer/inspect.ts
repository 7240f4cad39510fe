import type { ZodType } from 'zod';
import type { Collection } from '../contract/collection.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { collections, schemas } from '../repositories/schemas.ts';

/** How many documents can be understood, and what is wrong with the others, a line each. */
export interface Inspection {
  sound: number;
  faults: string[];
}

/**
 * Reads every document; what is no document at all is in the engine's log. Changes nothing.
 * @param ofBackEnds what the documents must be whose shape a back end alone knows
 */
export async function inspect(
  engine: StorageEngine,
  ofBackEnds: Partial<Record<Collection, ZodType>>,
): Promise<Inspection> {
  const inspection: Inspection = { sound: 0, faults: [] };
  const expected = { ...schemas, ...ofBackEnds };
  for (const collection of collections) {
    for await (const { id, document } of engine.scan(collection)) {
      const { error } = expected[collection].safeParse(document);
      if (error) inspection.faults.push(`${collection} ${id}: ${reasonOf(error)}`);
      else inspection.sound += 1;
    }
  }
  return inspection;
}

function reasonOf({ issues }: { issues: { path: PropertyKey[]; message: string }[] }): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
}
