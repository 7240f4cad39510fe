import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { priceSheetCsv } from '../../microsoft/wire/partnerCatalog.ts';
import { dropAfter, LowdbPlace } from '../../support/storage/place.ts';

const project = join(import.meta.dirname, '../../..');

describe('npm run prices', () => {
  let place: LowdbPlace;
  let file: string;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    file = `${place.folder}.csv`;
    await writeFile(file, priceSheetCsv({ market: 'SE', currency: 'SEK' }));
  });
  afterEach(dropAfter(() => place));

  function run(...args: string[]) {
    const env = { PATH: process.env.PATH, DATA_DIR: place.folder };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bot/tools/pricesTool.ts', ...args],
      { cwd: project, env, encoding: 'utf8' },
    );
    return { status, said: stdout.trim(), told: stderr.trim() };
  }

  it('imports a price sheet, and says for which country how many prices there are', async () => {
    const { status, said } = run('import', file);
    assert.equal(status, 0);
    assert.match(said, /^Prices for SE: \d{3,}\.\n/);
    const storage = await place.openStorage();
    assert.ok(await storage.priceSheets.load('SE'));
    await storage.close();
  });

  it('refuses what is no price sheet, and stores nothing', async () => {
    await writeFile(file, 'a,b\n1,2\n');
    const { status, told } = run('import', file);
    assert.equal(status, 1);
    assert.match(told, /can't be used: columns missing: productid/);
    const storage = await place.openStorage();
    assert.equal(await storage.priceSheets.load('SE'), undefined);
    await storage.close();
  });

  for (const args of [[], ['import'], ['export', 'x'], ['import', 'a', 'b']]) {
    it(`says how it is used: ${args.join(' ')}`, () => {
      const { status, told } = run(...args);
      assert.equal(status, 1);
      assert.match(told, /^Say which file: npm run prices -- import FILE/);
    });
  }
});
