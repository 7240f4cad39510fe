/** What an operator's disk holds after `npm ci --omit=dev`, counted where everything is installed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../house/read.ts';

export interface InstalledPackage {
  name: string;
  /** On the disk, without packages that lie in it. */
  bytes: number;
}

interface Locked {
  dev?: boolean;
}

/** A file takes whole blocks. */
const block = 4096;

/** @returns the heaviest first; copies of a package in several places are one */
export function productionPackages(): InstalledPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const bytes = new Map<string, number>();
  for (const [path, { dev }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    bytes.set(name, (bytes.get(name) ?? 0) + bytesIn(join(root, path)));
  }
  return [...bytes]
    .map(([name, size]) => ({ name, bytes: size }))
    .sort((one, other) => other.bytes - one.bytes);
}

/** None where it is not there: some packages are for other platforms. */
function bytesIn(folder: string): number {
  if (!statSync(folder, { throwIfNoEntry: false })) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesIn(path);
    return entry.isFile() ? sum + Math.ceil(statSync(path).size / block) * block : sum;
  }, block);
}
