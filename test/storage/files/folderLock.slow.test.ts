import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pidNamespace, processIdentity } from '../../../storage/files/processIdentity.ts';
import { LowdbPlace } from '../../support/storage/place.ts';

const holder = join(import.meta.dirname, 'holdFolder.ts');
const minute = 60_000;

describe('a data folder', () => {
  let place: LowdbPlace;
  let children: ChildProcess[];
  beforeEach(async () => {
    place = await LowdbPlace.make();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await place.drop();
  });

  function start(): { child: ChildProcess; answer: Promise<Record<string, unknown>> } {
    const child = fork(holder, [place.folder]);
    children.push(child);
    return { child, answer: once(child, 'message').then(([message]) => message) };
  }

  async function opens(): Promise<boolean> {
    try {
      await (await place.openEngine()).close();
      return true;
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'storage.locked');
      return false;
    }
  }

  async function locks(): Promise<string[]> {
    return (await readdir(place.folder)).filter((name) => name.startsWith('.lock-'));
  }

  /** As another process would have left it. */
  async function leaveLock(owner: unknown, age = 0): Promise<void> {
    const path = join(place.folder, '.lock-7');
    await writeFile(path, typeof owner === 'string' ? owner : JSON.stringify(owner));
    const at = new Date(Date.now() - age);
    await utimes(path, at, at);
  }

  it('belongs to one process: the second is refused, and told which one has it', async () => {
    await place.openEngine();
    const { answer } = start();
    const { taken, code, detail } = await answer;
    assert.deepEqual({ taken, code }, { taken: false, code: 'storage.locked' });
    assert.equal(detail, `${place.folder}, process ${process.pid}`);
  });

  it('is refused to the same process, too, while it is open', async () => {
    const engine = await place.openEngine();
    assert.equal(await opens(), false);
    await engine.close();
    assert.equal(await opens(), true);
  });

  it('goes to exactly one of several processes that start at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => start().answer));
    assert.equal(answers.filter(({ taken }) => taken === true).length, 1);
    assert.equal(answers.filter(({ code }) => code === 'storage.locked').length, 3);
  });

  it('is free again when its owner left', async () => {
    const { child, answer } = start();
    assert.deepEqual(await answer, { taken: true });
    assert.equal(await opens(), false);
    child.send('leave');
    await once(child, 'exit');
    assert.equal(await opens(), true);
    assert.equal((await locks()).length, 1);
  });

  it('is taken over at once, and by exactly one, when its owner was killed', async () => {
    const { child, answer } = start();
    await answer;
    child.kill('SIGKILL');
    await once(child, 'exit');
    const answers = await Promise.all([1, 2, 3].map(() => start().answer));
    assert.equal(answers.filter(({ taken }) => taken === true).length, 1);
  });

  it('is taken over from a dead process whose pid another one got', async function () {
    if ((await processIdentity(process.ppid)) === '') this.skip();
    const owner = { pid: process.ppid, realm: await pidNamespace() };
    await leaveLock({ ...owner, started: await processIdentity(process.ppid) });
    assert.equal(await opens(), false);
    await leaveLock({ ...owner, started: '1' });
    assert.equal(await opens(), true);
  });

  for (const [whose, owner] of [
    ['of another machine or container', { pid: 1, started: '1', realm: 'elsewhere' }],
    ['that is just being written', ''],
  ] as const) {
    it(`respects a lock ${whose} as long as it shows signs of life`, async () => {
      await leaveLock(owner);
      assert.equal(await opens(), false);
      await leaveLock(owner, minute);
      assert.equal(await opens(), true);
    });
  }
});

describe('the mark of a process', () => {
  it('stays the same while the process lives, and is gone with it', async () => {
    const child = fork(holder, ['/dev/null/nowhere']);
    const pid = child.pid!;
    const mark = await processIdentity(pid);
    assert.notEqual(mark, undefined);
    assert.equal(await processIdentity(pid), mark);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(await processIdentity(pid), undefined);
  });
});
