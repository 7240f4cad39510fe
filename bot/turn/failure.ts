/** What a person is told when something did not work. */
import { UpgraderaError } from '../../commerce/base/errors.ts';

/** @returns the sentence's key */
export function sentenceFor(error: unknown): string {
  return error instanceof UpgraderaError ? error.localeKey : 'errors.turn.failed';
}
