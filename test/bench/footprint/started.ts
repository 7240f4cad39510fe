/** The bot as the image of the Dockerfile starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../house/read.ts';
import { residentMegabytes } from '../measure/memory.ts';

/** Milliseconds after which it has done what it does by itself after a start. */
const calm = 5_000;

/** @returns milliseconds until Node has begun and ended */
export async function bareMilliseconds(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - began;
}

/** @returns milliseconds until it said that it is ready; it has ended then */
export async function readyMilliseconds(dataDir: string): Promise<number> {
  const { milliseconds, stop } = await start(dataDir);
  await stop();
  return milliseconds;
}

/** @returns megabytes that it holds while nobody writes; it has ended then */
export async function idleMegabytes(dataDir: string): Promise<number> {
  const { pid, stop } = await start(dataDir);
  await delay(calm);
  const megabytes = residentMegabytes(pid);
  await stop();
  return megabytes;
}

async function start(dataDir: string) {
  const began = performance.now();
  const child = spawn(process.execPath, ['bot/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '2',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [said] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => assert.fail(`it ended with ${code}`)),
  ]);
  const milliseconds = performance.now() - began;
  assert.match(String(said), /ready/);
  return {
    milliseconds,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
