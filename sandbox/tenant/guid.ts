/** Ids of simulated things: they look like the service's and follow from what they belong to. */
import { createHash } from 'node:crypto';

/** The same parts always give the same GUID, so that a repeated attempt names the same thing. */
export function guidOf(...parts: (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
