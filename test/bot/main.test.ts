import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { FakeTeams } from '../support/fakeTeams.ts';

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
    const child = spawn(process.execPath, ['bot/main.ts'], {
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

  async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
    assert(child.stderr);
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    return { code, said };
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
      said
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
      ['PORT', 'LOG_LEVEL'],
    );
  });

  it('tells when the port is taken, in a sentence, with exit code 1', async () => {
    const url = await startedAt(start());
    const other = await mkdtemp(path.join(tmpdir(), 'upgradera-'));
    const { code, said } = await ended(start({ PORT: new URL(url).port, DATA_DIR: other }));
    await rm(other, { recursive: true });
    assert.equal(code, 1);
    assert.match(said, /port/i);
    assert.doesNotMatch(said, /\bat .*\.ts:\d/, 'no stack');
  });

  it('refuses a data folder that another process has, with exit code 1', async () => {
    await startedAt(start());
    const { code, said } = await ended(start());
    assert.equal(code, 1);
    assert.doesNotMatch(said, /\bat .*\.ts:\d/, 'no stack');
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
}).timeout(20_000);
