import { UpgraderaError } from '../../commerce/base/errors.ts';

/** Whether an error of the file system has this code, e.g. ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Errors of the file system become ours, with what it said in the detail. */
export async function namingErrors<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw named(error);
  }
}

/** An error of the file system in our words; any other as it is. */
export function named(error: unknown): unknown {
  const isOfFile = error instanceof Error && 'syscall' in error;
  return isOfFile ? new UpgraderaError('storage.unavailable', error.message, error) : error;
}
