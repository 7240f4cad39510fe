/** What is wrong with settings. */
import assert from 'node:assert/strict';
import { readEnvironment } from '../../../bot/environment.ts';
import { EnvironmentError } from '../../../bot/environmentError.ts';

/** @returns a line for each setting that is refused, none when all is well */
export function complaintsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnvironment(env);
  } catch (error) {
    assert(error instanceof EnvironmentError);
    assert.equal(error.code, 'environment.invalid');
    return error.lines;
  }
  return [];
}
