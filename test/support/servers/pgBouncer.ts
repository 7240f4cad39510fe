/** A real PgBouncer in transaction mode, where this machine has one. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, otherAccount } from './postgresProcess.ts';

/** Where the packages of Debian and of Homebrew put it. */
const places = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'];

export async function findPgBouncer(): Promise<string | undefined> {
  for (const path of places) {
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

export class PgBouncer {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(url: string, folder: string, running: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#process = running;
  }

  /** @param url of a database, where nobody needs a password */
  static async start(path: string, url: string, connections: number): Promise<PgBouncer> {
    const { port: target, username } = new URL(url);
    const folder = await mkdtemp(join(tmpdir(), 'upgradera-pgbouncer-'));
    const account = otherAccount();
    if (account) chownSync(folder, account.uid, account.gid);
    const port = await freePort();
    const settings = join(folder, 'pgbouncer.ini');
    await writeFile(
      settings,
      `[databases]
* = host=127.0.0.1 port=${target} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${connections}
`,
    );
    const running = spawn(path, [settings], { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(running);
    const own = new URL(url);
    own.port = String(port);
    return new PgBouncer(own.href, folder, running);
  }

  async stop(): Promise<void> {
    const stopped = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await stopped;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** @throws AssertionError with what it said, when it ends instead */
async function ready(running: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  running.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-4_000);
    if (said.includes('process up')) resolve();
  });
  running.once('exit', () => reject(new assert.AssertionError({ message: said })));
  await promise;
}
