/** What is said of an error to whoever starts a process. */
import { existsSync } from 'node:fs';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { localiser } from '../../locales/localiser.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { EnvironmentError } from '../environmentError.ts';

const { t } = localiser('en-US');

export function quit(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export function readEnvironmentOrQuit(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError) quit(error.lines.join('\n'));
    throw error;
  }
}

/** For tools that look at what is stored: a mistyped folder is told, not made. */
export function quitWithoutFolder({ databaseUrl, dataDir: folder }: Environment): void {
  if (databaseUrl === undefined && !existsSync(folder)) quit(t('start.noFolder', { folder }));
}

/** In one line, with what to do. */
export function explain(error: unknown, { databaseUrl, dataDir: folder }: Environment): string {
  if (!(error instanceof UpgraderaError)) return String(error);
  // In the chat one is asked to wait; at the start that would help nobody.
  const unusable = databaseUrl === undefined ? 'start.folder' : 'start.database';
  const key = error.code === 'storage.unavailable' ? unusable : error.localeKey;
  const sentence = t(key, { folder });
  return error.detail ? `${sentence} (${error.detail})` : sentence;
}
