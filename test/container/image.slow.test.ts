import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildImage, type Image } from './buildImage.ts';

/** Seconds. */
const readyLimit = 2;
const attempts = 3;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Seconds in which its main thread could have run and others did: on a machine of its own there are none. */
function secondsQueued({ pid }: ChildProcess): number {
  const [, nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number);
  return (nanoseconds ?? 0) / 1e9;
}

describe('the image, its steps carried out in a folder', () => {
  let place: string;
  let image: Image;
  let env: Record<string, string>;
  const children: ChildProcess[] = [];
  const isRoot = process.getuid?.() === 0;
  const account = () => (isRoot ? image.user : {});

  before(async function () {
    this.timeout(600_000);
    place = mkdtempSync(join(tmpdir(), 'upgradera-image-'));
    chmodSync(place, 0o755);
    image = buildImage(place);
    // The image brings its Node; this one lies where its user may not look.
    const bin = join(image.root, 'bin');
    mkdirSync(bin);
    cpSync(process.execPath, join(bin, 'node'));
    const data = join(image.root, image.env.DATA_DIR ?? '');
    env = {
      ...image.env,
      DATA_DIR: data,
      PATH: `${bin}:/usr/bin:/bin`,
      PORT: String(await freePort()),
      TMPDIR: join(place, 'no-such-folder'),
    };
  });
  after(function () {
    this.timeout(600_000);
    for (const child of children) child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  });

  async function start() {
    const [command = '', ...args] = image.command;
    const began = performance.now();
    const child = spawn(command, args, { cwd: image.folder, env, stdio: 'ignore', ...account() });
    children.push(child);
    while (!(await isReady())) {
      assert.equal(child.exitCode, null, 'it ended');
      await wait(20);
    }
    return { child, seconds: (performance.now() - began) / 1000 - secondsQueued(child) };
  }

  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${env.PORT}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );

  const health = () => {
    const [command = '', ...args] = image.health;
    return spawnSync(command, args, { cwd: image.folder, env, ...account() }).status;
  };

  async function stop(child: ChildProcess): Promise<void> {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
  }

  it('holds what runs and nothing else', () => {
    const found = readdirSync(image.folder);
    for (const name of ['test', 'manifest', 'docs', '.git', 'data'])
      assert.ok(!found.includes(name));
    for (const name of ['typescript', 'mocha', 'node', 'fflate']) {
      assert.ok(!existsSync(join(image.folder, 'node_modules', name)), name);
    }
  });

  it('is ready within two seconds, is told to be healthy only then, and writes to its volume alone', async function () {
    this.timeout(120_000);
    assert.notEqual(health(), 0);
    const taken: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { child, seconds } = await start();
      assert.equal(health(), 0);
      await stop(child);
      taken.push(seconds);
    }
    assert.ok(Math.min(...taken) < readyLimit, `${taken} s`);
    assert.deepEqual(image.volumes, [image.env.DATA_DIR]);
    assert.notEqual(image.user.uid, 0);
    const owned = ['-user', String(image.user.uid), '-not', '-path', `${env.DATA_DIR}*`];
    const strays = execFileSync('find', [dirname(image.folder), ...owned], { encoding: 'utf8' });
    if (isRoot) assert.equal(strays, '');
  });

  it('says what is missing for traces, which is no part of it', () => {
    const [command = '', ...args] = image.command;
    const { status, stderr } = spawnSync(command, args, {
      cwd: image.folder,
      env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
      encoding: 'utf8',
      ...account(),
    });
    assert.equal(status, 1);
    assert.match(stderr, /npm install --no-save @opentelemetry\//);
  });
});
