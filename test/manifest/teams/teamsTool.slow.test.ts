import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';

const project = join(import.meta.dirname, '../../..');
const appId = '0a1b2c3d-0000-4000-8000-00000000cafe';
const endpoint = 'https://bot.contoso.com/api/messages';

/** What the tool needs of the project, so that what it writes goes into a folder of the test. */
const needed = ['manifest', 'bot', 'locales', 'commerce', 'package.json'];

describe('npm run teams', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upgradera-teams-'));
    for (const name of needed) cpSync(join(project, name), join(folder, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const publisher = {
    PUBLISHER_NAME: 'Contoso',
    PUBLISHER_WEBSITE: 'https://contoso.com',
    PUBLISHER_CONTACT: 'privacy@contoso.com',
  };

  async function run(args: string[], env: NodeJS.ProcessEnv = publisher) {
    const child = spawn(process.execPath, ['manifest/teams/teamsTool.ts', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        npm_execpath: join(project, 'test/manifest/teams/fakeNpm.ts'),
        FAKE_TOOL: folder,
        ...env,
      },
    });
    const ended = once(child, 'close');
    const [said, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = await ended;
    assert.ok(!`${said}${told}`.includes('not.a-real_secret'), 'the secret was said');
    return { status, said, told };
  }

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const asked = (): string[] => {
    if (!existsSync(join(folder, 'asked.jsonl'))) return [];
    const lines = read('asked.jsonl').trim().split('\n');
    return lines.map((line) => JSON.parse(line).join(' '));
  };
  const answerWith = (command: string, answer: unknown): void =>
    writeFileSync(join(folder, `${command}.json`), JSON.stringify(answer));
  const create = ['create', '--endpoint', endpoint];

  it('shows what it would do, command by command, and does nothing', async () => {
    const { status, said } = await run([...create, '--dry-run']);
    assert.equal(status, 0);
    assert.match(said, /^This will be done:\n1\. Sign in/);
    for (const command of [
      'teams login',
      `teams app create --name Upgradera --endpoint ${endpoint} --sign-in-audience myOrg --teams-managed --env upgradera.env`,
      'teams app manifest upload dist/manifest.json TEAMS_APP_ID',
    ]) {
      assert.ok(
        said.includes(`    npx --yes --package @microsoft/teams.cli@3.0.3 -- ${command}`),
        said,
      );
    }
    assert.match(said, /\[ \] Allow yourself to upload custom apps.*\n {4}https:\/\/admin\.teams/);
    assert.match(said, /Nothing was done: this was a dry run\.\n$/);
    assert.deepEqual(asked(), []);
    assert.ok(!existsSync(join(folder, 'dist')) && !existsSync(join(folder, 'upgradera.env')));
  });

  it('registers, keeps the identity to its owner, builds the package and puts the manifest there', async () => {
    const { status, said, told } = await run([...create, '--yes']);
    assert.equal(told, '');
    assert.equal(status, 0);
    assert.deepEqual(
      asked().map((line) => /teams (app manifest \w+|app \w+|\w+)/.exec(line)?.[1]),
      ['status', 'app create', 'app manifest upload'],
    );
    assert.ok(
      asked().every((line) => line.startsWith('exec --yes --package @microsoft/teams.cli@')),
    );
    assert.equal(
      read('upgradera.env'),
      [
        `MicrosoftAppId=${appId}`,
        "MicrosoftAppPassword='Abc8Q~not.a-real_secret'",
        `MicrosoftAppTenantId=${appId}`,
        'TEAMS_APP_ID=teams-app-1\n',
      ].join('\n'),
    );
    assert.equal(statSync(join(folder, 'upgradera.env')).mode & 0o777, 0o600);
    const put = JSON.parse(read('dist/manifest.json'));
    assert.equal(put.bots[0].botId, appId);
    assert.equal(put.localizationInfo, undefined);
    const zip = unzipSync(readFileSync(join(folder, 'dist/upgradera-teams.zip')));
    const packed = JSON.parse(strFromU8(zip['manifest.json']!));
    assert.equal(packed.bots[0].botId, appId);
    assert.ok(packed.localizationInfo && zip['sv-SE.json']);
    assert.match(said, /installed here: https:\/\/teams\.microsoft\.com\/l\/app\/1\n/);
    assert.match(said, new RegExp(`expose api://botid-${appId} `));
  });

  it('makes no second bot, whether its identity is loaded or only lies there', async () => {
    await run([...create, '--yes']);
    const before = asked().length;
    const again = await run([...create, '--yes']);
    assert.equal(again.status, 1);
    assert.match(again.told, /^There is a file upgradera\.env already/);
    const loaded = await run([...create, '--yes'], { ...publisher, MicrosoftAppId: appId });
    assert.match(loaded.told, /^MicrosoftAppId is set/);
    assert.equal(asked().length, before);
  });

  it('makes a bot in Azure where a resource group is named', async () => {
    await run([...create, '--yes', '--resource-group', 'rg', '--subscription', 'sub']);
    assert.match(asked()[1]!, /--azure --resource-group rg --subscription sub /);
  });

  it('asks who is not signed in to do that first', async () => {
    answerWith('status', { loggedIn: false });
    const { status } = await run([...create, '--yes']);
    assert.equal(status, 0);
    assert.match(asked()[1]!, /teams login$/);
  });

  it('says what Microsoft’s tool refused, and leaves nothing behind that would stop the next try', async () => {
    answerWith('app-create', { ok: false, error: { message: 'Not allowed.', suggestion: 'Ask.' } });
    const { status, told } = await run([...create, '--yes']);
    assert.equal(status, 1);
    assert.match(told, /did not do it, and said why.*\n {4}Not allowed\. Ask\.\n$/);
    assert.ok(!existsSync(join(folder, 'upgradera.env')));
  });

  it('tells how to go on when the manifest could not be put there', async () => {
    answerWith('app-manifest-upload', { ok: false, error: { message: 'Schema.' } });
    const { status, told } = await run([...create, '--yes']);
    assert.equal(status, 1);
    assert.match(told, /update --app teams-app-1\.\n {4}Schema\.\n$/);
    assert.match(read('upgradera.env'), /TEAMS_APP_ID=teams-app-1/);
  });

  it('registers nothing while there can be no package', async () => {
    const { status, told } = await run([...create, '--yes'], {});
    assert.equal(status, 1);
    assert.match(told, /PUBLISHER_NAME: is not set\n {4}PUBLISHER_WEBSITE: is not set/);
    assert.deepEqual(asked(), []);
  });

  it('does nothing without a yes where nobody can be asked', async () => {
    const { status, told } = await run(create);
    assert.equal(status, 1);
    assert.match(told, /^Nobody can be asked here/);
    assert.deepEqual(asked(), []);
  });

  it('updates the address, the icons and the manifest of the app that it made', async () => {
    const env = { ...publisher, MicrosoftAppId: appId, TEAMS_APP_ID: 'teams-app-1' };
    const moved = { ...env, PUBLIC_URL: 'https://new.contoso.com' };
    const { status, said } = await run(['update', '--yes'], moved);
    assert.equal(status, 0);
    const [, updated = '', put = ''] = asked();
    assert.match(
      updated,
      /app update teams-app-1 --endpoint https:\/\/new\.contoso\.com\/api\/messages /,
    );
    assert.match(put, /app manifest upload dist\/manifest\.json teams-app-1 --json/);
    assert.match(said, /The bot and its app are up to date\.\n$/);
    const { told } = await run(['update', '--yes', '--endpoint', endpoint]);
    assert.match(told, /^MicrosoftAppId is not set/);
  });

  it('speaks Swedish where asked to, and says what it needs', async () => {
    const { said } = await run([...create, '--dry-run', '--locale', 'sv-SE']);
    assert.match(said, /^Det här kommer att göras:\n1\. Logga in/);
    for (const args of [
      [],
      ['list'],
      ['create', 'more'],
      ['--what'],
      ['doctor', '--locale', 'xx'],
    ]) {
      const { status, told } = await run(args);
      assert.equal(status, 1);
      assert.match(told, /^Say what to do: npm run teams/);
    }
    const local = await run(['create', '--endpoint', 'http://localhost/api/messages']);
    assert.match(local.told, /^The endpoint must begin with https/);
  });
});
