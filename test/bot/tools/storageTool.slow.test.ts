import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentPath } from '../../../storage/files/documents/documentPaths.ts';
import { dropAfter, LowdbPlace } from '../../support/storage/place.ts';
import { aQuote } from '../../support/storage/samples.ts';

const project = join(import.meta.dirname, '../../..');

describe('npm run storage', () => {
  let place: LowdbPlace;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    const engine = await place.openEngine();
    for (const id of ['a', 'b']) await engine.create('quotes', id, aQuote({ id }));
    await engine.close();
  });
  afterEach(dropAfter(() => place));

  function run(args: string[], env: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bot/tools/storageTool.ts', ...args],
      {
        cwd: project,
        env: { PATH: process.env.PATH, DATA_DIR: place.folder, ...env },
        encoding: 'utf8',
      },
    );
    return { status, said: stdout.trim(), told: stderr.trim().split('\n').filter(Boolean) };
  }

  it('check tells that all is sound', () => {
    const sound = { status: 0, said: 'Sound documents: 2. Damaged: 0.', told: [] };
    assert.deepEqual(run(['check']), sound);
  });

  it('check tells what is damaged, a line each, with exit code 1', async () => {
    const a = documentPath(place.folder, 'quotes', 'a');
    const b = documentPath(place.folder, 'quotes', 'b');
    await writeFile(a, '{}');
    const text = await readFile(b, 'utf8');
    await writeFile(b, text.replace('"currency":"SEK"', '"currency":7'));
    const { status, said, told } = run(['check']);
    assert.equal(status, 1);
    assert.equal(said, 'Sound documents: 0. Damaged: 2.');
    assert.equal(told.length, 2);
    assert.equal(told[0]?.startsWith(`${a}: `), true, told.join());
    assert.match(told[1] ?? '', /^quotes b: currency: /);
  });

  it('export and import move everything to another folder', () => {
    const file = join(place.folder, 'export.jsonl');
    const other = { DATA_DIR: join(place.folder, 'other') };
    assert.equal(run(['export', file]).status, 0);
    assert.match(run(['import', file], other).said, /: 2\.$/);
    assert.equal(run(['check'], other).said, 'Sound documents: 2. Damaged: 0.');
  });

  for (const [what, args, told] of [
    ['nothing to do', [], /Say what to do: .* check, /],
    ['something else to do', ['mend'], /Say what to do/],
    ['no file', ['export'], /Say what to do/],
    ['a file too many', ['check', 'x'], /Say what to do/],
    ['a file that is not there', ['import', '/nowhere/x'], /can't be used: .*ENOENT.*Name a/],
  ] as const) {
    it(`told ${what}, says in one line what is possible, with exit code 1`, () => {
      const result = run([...args]);
      assert.equal(result.status, 1);
      assert.equal(result.told.length, 1);
      assert.match(result.told[0]!, told);
    });
  }

  it('check names a folder that does not exist, and does not make it', () => {
    const folder = join(place.folder, 'mistyped');
    const { status, told } = run(['check'], { DATA_DIR: folder });
    assert.equal(status, 1);
    assert.match(told.join(), /^There is no folder .*mistyped, /);
    assert.equal(existsSync(folder), false);
  });

  it('touches nothing while the bot runs on the folder', async () => {
    await place.openEngine();
    const { status, told } = run(['check']);
    assert.equal(status, 1);
    assert.match(told.join(), /already uses this data folder/);
  });
});
