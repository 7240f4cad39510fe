import assert from 'node:assert/strict';
import { MoveProcess } from './moveProcess.ts';

const users = 100_000;
const megabyte = 1024 * 1024;
/** Seconds until everything that a process needs is loaded and used. */
const warmUp = 5;

describe('A move of a hundred thousand users', () => {
  let moving: MoveProcess;
  afterEach(() => moving?.drop());

  it('takes no more memory at its end than at its beginning', async function () {
    this.timeout(0);
    moving = await MoveProcess.begin(users);
    assert.equal(await moving.runFor(2 ** 31 - 1), true);
    const move = await moving.move();
    assert.deepEqual(move.tally, { states: { confirmed: users }, reasons: {} });
    const { memory } = moving;
    const first = memory[Math.min(warmUp, memory.length - 1)]!;
    const most = Math.max(...memory.slice(warmUp));
    const grown = (most - first) / megabyte;
    process.stdout.write(
      `      ${memory.length} s; ${(first / megabyte).toFixed(0)} MB after ${warmUp} s, at most ${grown.toFixed(0)} MB more\n`,
    );
    assert.ok(grown < 50, `${grown} MB`);
  });
});
