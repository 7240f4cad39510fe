/** A bot that is killed and lives on: the next process is loaded before the last one dies. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../bot/environment.ts';

/** Where the bot keeps what it remembers. */
export type Home = Pick<Environment, 'dataDir' | 'databaseUrl'>;

export class MortalBot {
  /** Stays the same over all lives. */
  readonly url: string;
  /** Everything that was logged, JSON lines of all lives. */
  readonly lines: string[];
  readonly #environment: Environment;
  #living: ChildProcess;
  #standby: ChildProcess;

  private constructor(
    url: string,
    environment: Environment,
    living: ChildProcess,
    lines: string[],
  ) {
    this.url = url;
    this.lines = lines;
    this.#environment = { ...environment, port: Number(new URL(url).port) };
    this.#living = living;
    this.#standby = load(lines);
  }

  /** @param given what differs from a bot that anybody on this machine may try out */
  static async start(home: Home, given: Partial<Environment> = {}): Promise<MortalBot> {
    const agents = [{ userId: 'agent', tenants: 'all' }] as const;
    const local = { port: 0, host: '127.0.0.1', testers: 'everybody', agents } as const;
    const environment: Environment = { ...local, logLevel: 'warn', ...home, ...given };
    const lines: string[] = [];
    const living = load(lines);
    return new MortalBot(await begin(living, environment), environment, living, lines);
  }

  /** `kill -9`, and at once the next process. */
  async killAndRestart(): Promise<void> {
    assert.equal(this.#living.exitCode, null, 'it had not ended by itself');
    await kill(this.#living);
    this.#living = this.#standby;
    this.#standby = load(this.lines);
    await begin(this.#living, this.#environment);
  }

  /** In order, as on SIGTERM. */
  async stop(): Promise<void> {
    await kill(this.#standby);
    const exit = once(this.#living, 'exit');
    this.#living.disconnect();
    const [code] = await exit;
    assert.equal(code, 0, 'it stopped in order');
  }

  /** For a test that failed: nothing is left behind. */
  async discard(): Promise<void> {
    await Promise.all([this.#living, this.#standby].map(kill));
  }
}

/** @param lines gets what it logs */
function load(lines: string[]): ChildProcess {
  const child = fork(join(import.meta.dirname, 'botChild.ts'), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // Most of a short life is loading.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  });
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return child;
}

/** @returns where it listens */
async function begin(child: ChildProcess, environment: Environment): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.on('message', ({ url }: { url?: string }) => url && resolve(url));
  child.once('exit', (code) => reject(new assert.AssertionError({ message: `ended: ${code}` })));
  child.send(environment);
  return promise;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
