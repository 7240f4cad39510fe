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

  it('shares one write among all who came while another was under way', () => {
    const first = folders.sync(folder);
    const second = folders.sync(folder);
    assert.notEqual(second, first, 'a write that has begun may have missed the new name');
    assert.equal(folders.sync(folder), second);
    return Promise.all([first, second]);
  });

  it('begins anew when nothing is under way', async () => {
    const first = folders.sync(folder);
    await first;
    const second = folders.sync(folder);
    assert.notEqual(second, first);
    await second;
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
