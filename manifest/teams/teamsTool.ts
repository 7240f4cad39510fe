/** `npm run teams -- create|update|doctor`: brings the bot into Teams, and looks at what is set up. */
import { parseArgs } from 'node:util';
import { quit } from '../../bot/tools/startError.ts';
import { localiser, matchLocale } from '../../locales/localiser.ts';
import { endpointIn, faultOfEndpoint } from './endpoint.ts';
import { Voice } from './voice.ts';

const fallback = matchLocale(process.env.LANG) ?? 'en-US';

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        endpoint: { type: 'string' },
        app: { type: 'string' },
        'resource-group': { type: 'string' },
        subscription: { type: 'string' },
        locale: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
      },
    });
  } catch {
    return { values: {}, positionals: [] };
  }
}

const { values, positionals } = given();
const speaking = localiser(matchLocale(values.locale) ?? fallback);
const voice = new Voice(speaking);
const endpoint = endpointIn(values.endpoint, process.env);
const how = { isDryRun: values['dry-run'] === true, isAgreed: values.yes === true };

/** The address, or the end with what is wrong with it. */
function soundEndpoint(): string {
  const fault = faultOfEndpoint(endpoint);
  if (fault || endpoint === undefined) quit(speaking.t(`teamsTool.advice.${fault}`));
  return endpoint;
}

const commands: Record<string, () => Promise<unknown>> = {
  async create() {
    const { create } = await import('./register.ts');
    const { 'resource-group': resourceGroup, subscription } = values;
    const azure = resourceGroup && { resourceGroup, ...(subscription ? { subscription } : {}) };
    const registration = { endpoint: soundEndpoint(), ...(azure ? { azure } : {}) };
    await create(process.env, registration, how, voice);
  },
  async update() {
    const { update } = await import('./register.ts');
    const teamsAppId = values.app ?? process.env.TEAMS_APP_ID?.trim();
    await update(process.env, { endpoint: soundEndpoint(), teamsAppId }, how, voice);
  },
  async doctor() {
    const { examineSetup } = await import('./doctor/examineSetup.ts');
    const { lines, isReady } = await examineSetup(process.env, endpoint, speaking.t);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!isReady) process.exitCode = 1;
  },
};

const [name = '', ...more] = positionals;
const isKnown = Object.hasOwn(commands, name) && more.length === 0;
if (!isKnown || (values.locale !== undefined && !matchLocale(values.locale))) {
  quit(speaking.t('teamsTool.usage'));
}
await commands[name]?.();
