/** Tells a running process from an earlier one that had the same pid. */
import { readFile, readlink } from 'node:fs/promises';
import { hasCode } from './fileErrors.ts';

const stateField = 0;
const startField = 19;

/**
 * @returns undefined when no such process runs; on Linux the moment of its start; the empty text where
 * the system does not tell that, and the process may be any with this pid
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return '';
  // The name before the last bracket may itself hold blanks and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[stateField] === 'Z' ? undefined : fields[startField];
}

/**
 * Where a pid means the same process: one boot of one machine, and on Linux one pid namespace, since
 * every container has pids of its own. The empty text where the system does not tell.
 */
export async function pidNamespace(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
