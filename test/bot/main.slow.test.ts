import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { FakeTeams } from '../support/teams/fakeTeams.ts';

const project = path.join(import.meta.dirname, '../..');
/** Milliseconds in which a told process must be gone. */
const stopLimit = 10_000;

describe('npm start', () => {
  let dataDir: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'upgradera-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  function start(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['bot/main.js'], {
      cwd: project,
      env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  }

  async function startedAt(child: ChildProcess): Promise<string> {
    assert(child.stdout);
    for await (const chunk of child.stdout) {
      const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
      if (address) return address;
    }
    assert.fail('ended without an address');
  }

  /** @returns also the lines that it wrote for people, and those for the log. */
  async function ended(child: ChildProcess) {
    assert(child.stderr && child.stdout);
    const streams = [child.stderr, child.stdout].map(text);
    const [[code], ...written] = await Promise.all([once(child, 'exit'), ...streams]);
    const [said = [], logged = []] = written.map((all) => all.split('\n').filter(Boolean));
    return { code, said, logged };
  }

  it('prints the address of the chat page, and serves it', async () => {
    const url = await startedAt(start());
    const page = await fetch(url);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-type') ?? '', /text\/html/);
  });

  it('tells every mistake in the environment on a line of its own, with exit code 1', async () => {
    const { code, said } = await ended(start({ PORT: 'many', LOG_LEVEL: 'loud' }));
    assert.equal(code, 1);
    assert.deepEqual(
      said.map((line) => line.split(':')[0]),
      ['PORT', 'LOG_LEVEL'],
    );
  });

  it('tells when the port is taken, in one line and nothing else, with exit code 1', async () => {
    const url = await startedAt(start());
    const { port } = new URL(url);
    const other = path.join(dataDir, 'other');
    const { code, said, logged } = await ended(start({ PORT: port, DATA_DIR: other }));
    assert.deepEqual({ code, lines: said.length, logged }, { code: 1, lines: 1, logged: [] });
    assert.match(said[0]!, new RegExp(`set PORT to another number.*:${port}`));
  });

  it('refuses a data folder that another process has, in one line, with exit code 1', async () => {
    const first = start();
    await startedAt(first);
    const { code, said, logged } = await ended(start());
    assert.deepEqual({ code, lines: said.length, logged }, { code: 1, lines: 1, logged: [] });
    assert.equal(said[0]!.split('DATA_DIR').length - 1, 1, 'the same advice once');
    assert(said[0]!.endsWith(`(${dataDir}, process ${first.pid})`), 'names folder and owner');
  });

  const unusable: [name: string, folder: () => Promise<string>][] = [
    ['where no folder can be made', async () => '/proc/nope'],
    [
      'that is a file',
      async () => {
        const file = path.join(dataDir, 'file');
        await writeFile(file, '');
        return file;
      },
    ],
    ['where nothing can be written', async () => '/proc'],
  ];
  for (const [name, make] of unusable) {
    it(`tells of a data folder ${name}, and what to do, with exit code 1`, async () => {
      const folder = await make();
      const { code, said, logged } = await ended(start({ DATA_DIR: folder }));
      assert.deepEqual({ code, lines: said.length, logged }, { code: 1, lines: 1, logged: [] });
      assert(said[0]!.includes(`the folder ${folder} for its data`), 'names the folder');
      assert.match(said[0]!, /Set DATA_DIR to/);
      assert.doesNotMatch(said[0]!, /minutes/, 'waiting would not help');
    });
  }

  it('tells of a database that it can not use, without its address, with exit code 1', async () => {
    const url = 'postgres://somebody:hush@127.0.0.1:1/nowhere';
    const { code, said, logged } = await ended(start({ DATABASE_URL: url }));
    assert.deepEqual({ code, lines: said.length, logged }, { code: 1, lines: 1, logged: [] });
    assert.match(said[0]!, /DATABASE_URL.*\(ECONNREFUSED\)$/);
    assert.doesNotMatch(said[0]!, /hush|somebody|nowhere/);
  });

  it('makes a data folder that does not exist, with those above it', async () => {
    await startedAt(start({ DATA_DIR: path.join(dataDir, 'some', 'where') }));
    const { mode } = await stat(path.join(dataDir, 'some', 'where'));
    assert.equal(mode & 0o777, 0o700);
  });

  it('keeps what was compiled in the data folder, for itself alone, and starts with it again', async () => {
    const kept = path.join(dataDir, '.compiled');
    for (const time of ['first', 'second']) {
      const child = start();
      await startedAt(child);
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await exit, [0, null], time);
      assert.equal((await stat(kept)).mode & 0o777, 0o700);
      const files = await readdir(kept, { recursive: true });
      assert(files.length > 100, `${files.length} files after the ${time} start`);
    }
  });

  it('on SIGTERM answers the turn in flight and ends with exit code 0', async () => {
    const child = start();
    const url = await startedAt(child);
    const teams = await FakeTeams.start({ botUrl: url });
    try {
      await teams.say('hi');
      const exit = once(child, 'exit');
      const answer = teams.say('upgrade');
      // The turn has begun when its first message is out.
      await teams.waitFor(() => teams.messages.length > 1);
      const told = performance.now();
      child.kill('SIGTERM');
      assert.equal((await answer).status, 200);
      assert.deepEqual(await exit, [0, null]);
      assert(performance.now() - told < stopLimit);
      assert.equal(teams.lastCard().id, 'plans');
    } finally {
      await teams.stop();
    }
  });
});
