/** `create` and `update`: registers the bot and the app, step by step as it was shown. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type Built, build, manifestIn, writeBuilt } from '../build.ts';
import { trialId } from '../trialId.ts';
import { packageValuesIn } from '../values.ts';
import { tasksAfter } from './checklist.ts';
import {
  identityFile,
  releaseIdentityFile,
  reserveIdentityFile,
  rewriteIdentityFile,
} from './identityFile.ts';
import { askTool, handOver } from './microsoftTool.ts';
import {
  createArgs,
  createSteps,
  type Registration,
  updateArgs,
  updateSteps,
  uploadArgs,
} from './steps.ts';
import type { Voice } from './voice.ts';

export interface How {
  isDryRun: boolean;
  /** Nobody is asked. */
  isAgreed: boolean;
}

const statusSchema = z.looseObject({ loggedIn: z.boolean() });
const createdSchema = z.looseObject({ teamsAppId: z.string(), installLink: z.string() });

export async function create(
  env: NodeJS.ProcessEnv,
  registration: Registration,
  how: How,
  voice: Voice,
): Promise<boolean> {
  if (env.MicrosoftAppId?.trim()) return voice.refuse('hasBot');
  if (existsSync(identityFile)) return voice.refuse('hasFile', [], { file: identityFile });
  // Before anything is registered: whether there will be a package.
  if (!built(env, trialId, voice)) return false;
  const { endpoint } = registration;
  voice.plan(createSteps(registration, identityFile), tasksAfter(env, endpoint, 'APP_ID'));
  if (!(await mayGoOn(how, voice)) || !(await signedIn(voice))) return false;
  reserveIdentityFile();
  const answer = await askTool(createArgs(registration, identityFile));
  releaseIdentityFile();
  if ('refusal' in answer) return voice.refuse('refused', [answer.refusal]);
  const made = createdSchema.safeParse(answer.said);
  if (!made.success) return voice.refuse('unclear', [JSON.stringify(answer.said)]);
  const { teamsAppId, installLink } = made.data;
  const appId = rewriteIdentityFile(teamsAppId);
  if (appId === undefined)
    return voice.refuse('noIdentity', [], { file: identityFile, teamsAppId });
  voice.say('kept', { file: identityFile });
  if (!(await put(built(env, appId, voice), teamsAppId, voice))) return false;
  voice.say('created', { link: installLink });
  voice.tasks('leftForYou', tasksAfter(env, endpoint, appId));
  return true;
}

export async function update(
  env: NodeJS.ProcessEnv,
  { endpoint, teamsAppId }: { endpoint: string; teamsAppId: string | undefined },
  how: How,
  voice: Voice,
): Promise<boolean> {
  const appId = env.MicrosoftAppId?.trim();
  if (!appId) return voice.refuse('noBot', [], { file: identityFile });
  if (!teamsAppId) return voice.refuse('noApp');
  const ready = built(env, appId, voice);
  if (!ready) return false;
  const tasks = tasksAfter(env, endpoint, appId).filter(({ key }) => key !== 'start');
  voice.plan(updateSteps(teamsAppId, endpoint), tasks);
  if (!(await mayGoOn(how, voice)) || !(await signedIn(voice))) return false;
  const answer = await askTool(updateArgs(teamsAppId, endpoint));
  if ('refusal' in answer) return voice.refuse('refused', [answer.refusal]);
  if (!(await put(ready, teamsAppId, voice))) return false;
  voice.say('updated');
  return true;
}

function built(env: NodeJS.ProcessEnv, appId: string, voice: Voice): Built | undefined {
  const given = packageValuesIn({ ...env, MicrosoftAppId: appId });
  const result = 'mistakes' in given ? given : build(given.values);
  if (!('mistakes' in result)) return result;
  voice.refuse('noPackage', result.mistakes);
  return undefined;
}

async function mayGoOn({ isDryRun, isAgreed }: How, voice: Voice): Promise<boolean> {
  if (isDryRun) voice.say('dryRun');
  return !isDryRun && (isAgreed || (await voice.agreed()));
}

async function signedIn(voice: Voice): Promise<boolean> {
  const answer = await askTool(['status']);
  if ('refusal' in answer) return voice.refuse('noTool', [answer.refusal]);
  if (statusSchema.safeParse(answer.said).data?.loggedIn) return true;
  return (await handOver(['login'])) || voice.refuse('notSignedIn');
}

/** Microsoft's tool takes a manifest alone: the texts of other languages come with the package. */
async function put(ready: Built | undefined, teamsAppId: string, voice: Voice): Promise<boolean> {
  if (!ready) return false;
  const { localizationInfo: _, ...manifest } = manifestIn(ready.zip);
  writeBuilt('upgradera-teams.zip', ready.zip);
  for (const [name, text] of ready.pages) writeBuilt(name, text);
  writeBuilt('manifest.json', JSON.stringify(manifest, undefined, 2));
  const answer = await askTool(uploadArgs(teamsAppId));
  if ('refusal' in answer) return voice.refuse('notPut', [answer.refusal], { teamsAppId });
  return true;
}
