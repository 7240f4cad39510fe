import type { ZodType } from 'zod';
import type { StorageEngine } from '../contract/engine.ts';
import { collections, schemas } from '../repositories/schemas.ts';

/** How many documents can be understood, and what is wrong with the others, a line each. */
export interface Inspection {
  sound: number;
  faults: string[];
}

/**
 * Reads every document; what is no document at all is in the engine's log. Changes nothing.
 * @param tenantStates what the documents of the back end must be
 */
export async function inspect(engine: StorageEngine, tenantStates: ZodType): Promise<Inspection> {
  const inspection: Inspection = { sound: 0, faults: [] };
  const expected = { ...schemas, tenantStates };
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
