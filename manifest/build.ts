/** The package and its pages, built of what is shipped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { buildAppPackage } from './appPackage.ts';
import { buildPages } from './pages.ts';
import { readShipped } from './shipped.ts';

/** Where everything goes that is built. */
export const target = join(import.meta.dirname, '../dist');

export interface Built {
  zip: Uint8Array;
  pages: ReadonlyMap<string, string>;
}

/** Either both, or one line per mistake. */
export function build(values: Readonly<Record<string, string>>): Built | { mistakes: string[] } {
  const built = buildAppPackage(readShipped, values);
  const written = buildPages(readShipped, values);
  const mistakes = [built, written].flatMap((part) => ('mistakes' in part ? part.mistakes : []));
  if ('mistakes' in built || 'mistakes' in written) return { mistakes };
  return { ...built, ...written };
}

export function writeBuilt(name: string, content: Uint8Array | string): void {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, name), content);
}

export function manifestIn(zip: Uint8Array): Record<string, unknown> {
  return JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));
}
