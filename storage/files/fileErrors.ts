import { UpgraderaError } from '../../commerce/base/errors.ts';

/** Whether an error of the file system has this code, e.g. ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Errors of the file system become storage.unavailable, with what the system said in the detail. */
export async function withStorageErrors<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw asStorageError(error);
  }
}

/** An error of the file system as storage.unavailable; any other as it is. */
export function asStorageError(error: unknown): unknown {
  const isOfFile = error instanceof Error && 'syscall' in error;
  return isOfFile ? new UpgraderaError('storage.unavailable', error.message, error) : error;
}
