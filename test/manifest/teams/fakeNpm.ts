/**
 * Stands in for npm: takes down what Microsoft's tool is asked, and answers as it does. `FAKE_TOOL` is the folder for
 * that, and holds an answer of its own for a command where a test put one.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.FAKE_TOOL ?? '';
const args = process.argv.slice(2);
appendFileSync(join(folder, 'asked.jsonl'), `${JSON.stringify(args)}\n`);

const words = args.slice(args.indexOf('teams') + 1);
const id = '0a1b2c3d-0000-4000-8000-00000000cafe';
const secret = 'Abc8Q~not.a-real_secret';

function flag(name: string): string {
  return words[words.indexOf(name) + 1] ?? '';
}

const answers: Record<string, () => unknown> = {
  status: () => ({ loggedIn: true, username: 'alex@contoso.com' }),
  login: () => ({}),
  'app create': () => {
    const before = readFileSync(flag('--env'), 'utf8');
    writeFileSync(
      flag('--env'),
      `${before}CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nTENANT_ID=${id}\n`,
    );
    return {
      teamsAppId: 'teams-app-1',
      botId: id,
      installLink: 'https://teams.microsoft.com/l/app/1',
    };
  },
  'app update': () => ({}),
  'app manifest upload': () => ({ version: '0.1.1', versionBumped: true }),
};

const name = Object.keys(answers).find((key) => words.join(' ').startsWith(key)) ?? '';
const own = join(folder, `${name.replaceAll(' ', '-')}.json`);
const answer = existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : answers[name]?.();
if (name === 'status') process.stdout.write('Something that is no JSON\n');
process.stdout.write(`${JSON.stringify(answer)}\n`);
if (answer?.ok === false) process.exitCode = 1;
