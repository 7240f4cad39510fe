import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { LowdbPlace } from '../../support/storage/place.ts';
import { long, short, told } from './told.ts';

const writer = join(import.meta.dirname, 'writeForever.ts');
const kills = 15;

describe('kill -9 while documents are written', () => {
  let place: LowdbPlace;
  before(async () => {
    place = await LowdbPlace.make();
  });
  after(() => place.drop());

  /** @returns what was acknowledged, by document. */
  async function writeUntilKilled(afterMs: number): Promise<Map<string, number>> {
    const child = spawn(process.execPath, [writer, place.folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lines = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      lines += text;
    });
    await once(child.stdout, 'data');
    await sleep(afterMs);
    child.kill('SIGKILL');
    await once(child, 'close');
    const complete = lines.split('\n').slice(0, -1);
    return new Map(
      complete.map((line) => {
        const [id = '', version] = line.split(' ');
        return [id, Number(version)];
      }),
    );
  }

  it(`loses nothing that was acknowledged and tears nothing, ${kills} times`, async () => {
    const acknowledged = new Map<string, number>();
    for (let kill = 0; kill < kills; kill += 1) {
      const written = await writeUntilKilled(kill * 8);
      assert.ok(written.size > 0);
      for (const [id, version] of written) acknowledged.set(id, version);

      const engine = await place.openEngine();
      for (const [collection, times] of [
        ['orders', long],
        ['quotes', short],
      ] as const) {
        for await (const { document, version } of engine.scan(collection)) {
          assert.ok(isDeepStrictEqual(document, told(version, times)), `torn in ${collection}`);
        }
      }
      for (const [id, version] of acknowledged) {
        const stored = await engine.read(id.startsWith('new-') ? 'quotes' : 'orders', id);
        // One write may have been done without its acknowledgement having got out.
        assert.ok(stored && [version, version + 1].includes(stored.version), id);
        // From here on it counts: the next process may be killed before it tells of its own.
        acknowledged.set(id, stored.version);
      }
      await engine.close();
      assert.deepEqual(await readdir(join(place.folder, '.staging')), []);
    }
    assert.deepEqual(place.warnings, []);
  });
});
