import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderSync } from '../../../storage/lowdb/folderSync.ts';

describe('Writing folders to the disk', () => {
  let folder: string;
  let folders: FolderSync;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'upgradera-'));
    folders = new FolderSync();
  });
  afterEach(async () => {
    await folders.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is done for a name that was new when it was asked for', async () => {
    await Promise.all([folders.sync(folder), folders.sync(folder)]);
    await folders.sync(folder);
  });

  it('does not let a folder that is missing spoil the next try', async () => {
    const missing = path.join(folder, 'later');
    await assert.rejects(folders.sync(missing), { code: 'ENOENT' });
    fs.mkdirSync(missing);
    await folders.sync(missing);
  });

  it('lets go of its descriptors', async () => {
    const open = () => fs.readdirSync('/proc/self/fd').length;
    const before = process.platform === 'linux' ? open() : 0;
    await folders.sync(folder);
    await folders.close();
    if (process.platform === 'linux') assert.equal(open(), before);
  });
});
