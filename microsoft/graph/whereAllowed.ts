import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';

export const isNotAllowed = (error: unknown): boolean =>
  error instanceof UpgraderaError && error.code === 'connection.no-permission';

/** What the application was not allowed to read is unknown. */
export async function whereAllowed<T>(ask: () => Promise<OrUnknown<T>>): Promise<OrUnknown<T>> {
  try {
    return await ask();
  } catch (error) {
    if (isNotAllowed(error)) return 'unknown';
    throw error;
  }
}
