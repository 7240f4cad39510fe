/** The files that the package is made of. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readShipped(name: string): Uint8Array | undefined {
  const path = join(import.meta.dirname, name);
  return existsSync(path) ? readFileSync(path) : undefined;
}
