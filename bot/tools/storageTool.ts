/** `npm run storage -- check|export FILE|import FILE`: looks after what is remembered. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { localiser } from '../../locales/localiser.ts';
import type { StorageEngine, StorageLog } from '../../storage/contract/engine.ts';
import { openEngine } from '../../storage/open.ts';
import { inspect } from '../../storage/transfer/inspect.ts';
import { exportDocuments, importDocuments } from '../../storage/transfer/transfer.ts';
import { backEndSchemas } from '../compose/backend.ts';
import { explain, quit, quitWithoutFolder, readEnvironmentOrQuit } from './startError.ts';

const { t } = localiser('en-US');

/** Faults that reading brought up, by what is damaged. */
type Faults = Map<string, string>;

interface Outcome {
  said: string;
  /** Documents that can't be understood, a line each. */
  faults: string[];
}

type Command = (engine: StorageEngine, faults: Faults, file: string) => Promise<Outcome>;

const commands: Record<string, Command> = {
  async check(engine, unreadable) {
    const { sound, faults } = await inspect(engine, backEndSchemas);
    const all = [...unreadable.values(), ...faults];
    return { said: t('storageTool.checked', { sound, damaged: all.length }), faults: all };
  },
  async export(engine, unreadable, file) {
    const written = await exportDocuments(engine, file);
    return { said: t('storageTool.exported', { written, file }), faults: [...unreadable.values()] };
  },
  async import(engine, _, file) {
    const written = await importDocuments(engine, file);
    return { said: t('storageTool.imported', { written, file }), faults: [] };
  },
};

const [name = '', file] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command || (name === 'check') !== (file === undefined)) quit(t('storageTool.usage'));

const environment = readEnvironmentOrQuit();
if (name !== 'import') quitWithoutFolder(environment);
try {
  const { said, faults } = await run(command, file ?? '');
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${said}\n`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  const isOfFile =
    error instanceof UpgraderaError &&
    error.code === 'storage.unavailable' &&
    error.detail.includes(file ?? '\0');
  quit(isOfFile ? t('storageTool.file', { detail: error.detail }) : explain(error, environment));
}

async function run(task: Command, path: string): Promise<Outcome> {
  const faults: Faults = new Map();
  const log: StorageLog = {
    warn: ({ file: found, reason }, message) => {
      if (typeof found === 'string')
        faults.set(found, `${found}: ${reason ?? message}`.replaceAll(/\s+/g, ' '));
    },
  };
  const { engine, close } = await openEngine({ ...environment, log });
  try {
    return await task(engine, faults, path);
  } finally {
    await close();
  }
}
