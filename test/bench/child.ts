/** Servers in processes of their own: both sides of the pipe. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

export interface Child {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a file of this folder, or one with a whole path. Its output is not wanted, its complaints are. */
export async function startChild(
  file: string,
  args: string[] = [],
  execArgv: string[] = [],
): Promise<Child> {
  const child = fork(resolve(import.meta.dirname, file), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv,
  });
  const [message] = await Promise.race([once(child, 'message'), failure(child, file)]);
  return {
    url: message.url,
    pid: child.pid ?? 0,
    stop: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

async function failure(child: ChildProcess, file: string): Promise<never> {
  const [code] = await once(child, 'exit');
  assert.fail(`${file} ended with ${code} before it listened`);
}

/** In the child: tells the parent where it listens, and leaves when the parent does. */
export function tellUrl(url: string, stop = async (): Promise<void> => undefined): void {
  process.once('disconnect', async () => {
    await stop();
    process.exit();
  });
  process.send?.({ url });
}

/** In the child: the same for a server that is about to listen on loopback. */
export function listening(server: {
  once(event: 'listening', listener: () => void): unknown;
  address(): AddressInfo | string | null;
}): void {
  server.once('listening', () => {
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    tellUrl(`http://127.0.0.1:${address.port}`);
  });
}
