/** `npm run teams -- doctor`: what is wrong with a set-up, and what to do about it. Nothing is changed. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Finding, loadExamination } from '../../../bot/compose/backend.ts';
import { readEnvironment } from '../../../bot/environment.ts';
import { EnvironmentError } from '../../../bot/environmentError.ts';
import { findingLines } from '../../../bot/tools/findingLines.ts';
import { usualDataDir } from '../../../bot/usualDataDir.js';
import type { Localiser } from '../../../locales/localiser.ts';
import { addressChecks } from './addressChecks.ts';
import { askEndpoint, clockOf } from './askEndpoint.ts';
import { identityChecks } from './identityChecks.ts';
import { machineChecks } from './machineChecks.ts';
import { packageChecks } from './packageChecks.ts';
import type { PackageFacts, PackagePlaces } from './packageFacts.ts';
import type { Check, Setup } from './setup.ts';

const before = [...identityChecks];
const after: readonly Check[] = [...addressChecks, ...packageChecks, ...machineChecks];
const publicSignIn = 'https://login.microsoftonline.com';

/** @param places of the package; the usual ones when left out */
export async function examineSetup(
  env: NodeJS.ProcessEnv,
  endpoint: string | undefined,
  t: Localiser['t'],
  places?: PackagePlaces,
): Promise<{ lines: string[]; isReady: boolean }> {
  const setup = await gather(env, endpoint, places);
  const findings = [
    ...before.map((check) => findingOf(check, setup)),
    setup.signIn,
    ...after.map((check) => findingOf(check, setup)),
  ];
  const failed = findings.filter(({ state }) => state === 'failed');
  const isReady = !failed.some(({ isNeeded }) => isNeeded);
  const end = isReady ? (failed.length > 0 ? 'readyWithLess' : 'ready') : 'notReady';
  const roomOf = (finding: Finding): 'doctor' | 'teamsTool' =>
    finding === setup.signIn ? 'doctor' : 'teamsTool';
  const lines = findings.flatMap((finding) => findingLines(finding, t, roomOf(finding)));
  return { lines: [...lines, '', t(`teamsTool.${end}`)], isReady };
}

function findingOf({ check, isNeeded, look }: Check, setup: Setup): Finding {
  const verdict = look(setup);
  if (!verdict) return { check, isNeeded, state: 'ok' };
  const { isAsked = true, ...told } = verdict;
  return { check, isNeeded, state: isAsked ? 'failed' : 'notAsked', ...told };
}

async function gather(
  given: NodeJS.ProcessEnv,
  endpoint: string | undefined,
  places: PackagePlaces | undefined,
): Promise<Setup> {
  const env = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])),
  );
  const read = settingsIn(env);
  const origin = env.ENTRA_URL ?? publicSignIn;
  const [answer, theirs, app, signIn] = await Promise.all([
    endpoint !== undefined && URL.canParse(endpoint) ? askEndpoint(endpoint) : undefined,
    clockOf(origin),
    factsOfPackage(env, places),
    signInOf(read.environment),
  ]);
  return {
    env,
    ...read,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(answer ? { answer } : {}),
    ...(app ? { app } : {}),
    folder: stateOf(env.DATA_DIR ?? usualDataDir),
    ...(theirs === undefined ? {} : { secondsAhead: (Date.now() - theirs) / 1000 }),
    signIn,
  };
}

function settingsIn(env: Record<string, string>): Pick<Setup, 'environment' | 'settingLines'> {
  try {
    return { environment: readEnvironment(env), settingLines: [] };
  } catch (error) {
    if (error instanceof EnvironmentError) return { settingLines: error.lines };
    throw error;
  }
}

/** What checks a package is not installed where the bot alone runs. */
async function factsOfPackage(
  env: Record<string, string>,
  places: PackagePlaces | undefined,
): Promise<PackageFacts | undefined> {
  try {
    const { packageFacts } = await import('./packageFacts.ts');
    return packageFacts(env, places);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function signInOf(environment: Setup['environment']): Promise<Finding> {
  if (!environment) {
    return { check: 'bot', isNeeded: true, state: 'notAsked', advice: 'afterFailure' };
  }
  const { bot, microsoft } = environment;
  const { examineBot } = await loadExamination();
  return examineBot(
    bot && {
      appId: bot.MicrosoftAppId,
      password: bot.MicrosoftAppPassword,
      tenantId: bot.MicrosoftAppTenantId,
    },
    microsoft ?? { cloud: 'global' },
  );
}

/** A folder that is not there yet is made at the start, where the one above it may be written. */
function stateOf(folder: string): Setup['folder'] {
  const path = resolve(folder);
  const place = existsSync(path) ? path : dirname(path);
  if (!existsSync(place)) return 'missing';
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return 'writable';
  } catch {
    return 'unwritable';
  }
}
