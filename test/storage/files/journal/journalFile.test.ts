import assert from 'node:assert/strict';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalFile } from '../../../../storage/files/journal/journalFile.ts';

const nothing = (): void => undefined;

describe('The file of a journal', () => {
  let folder: string;
  let path: string;
  let file: JournalFile;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upgradera-'));
    path = join(folder, 'journal-1.log');
    file = await JournalFile.create(path);
  });
  afterEach(async () => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('holds a line when its writer is told', async () => {
    await file.append(Buffer.from('a\n'), nothing);
    assert.equal(await readFile(path, 'utf8'), 'a\n');
    assert.equal(file.size, 2);
  });

  it('holds lines in the order in which they came, and tells each writer before all others', async () => {
    const told: number[] = [];
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    const writing = numbers.map((n) => file.append(Buffer.from(`${n}\n`), () => told.push(n)));
    await Promise.all(writing);
    assert.equal(await readFile(path, 'utf8'), numbers.map((n) => `${n}\n`).join(''));
    assert.deepEqual(told, numbers);
  });

  it('is complete when what was appended before is on the disk', async () => {
    const writing = file.append(Buffer.from('a\n'), nothing);
    await file.rest();
    assert.equal(await readFile(path, 'utf8'), 'a\n');
    await writing;
  });

  it('can be read to the end though its name is gone', async () => {
    await file.append(Buffer.from('first\n'), nothing);
    const places: [at: number, length: number][] = [];
    await file.append(Buffer.from('Åäö\n'), (at, length) => places.push([at, length]));
    await file.unlink();
    await assert.rejects(readFile(path), { code: 'ENOENT' });
    assert.deepEqual(
      places.map((place) => file.read(...place)),
      ['Åäö\n'],
    );
  });

  it('knows when its name leads elsewhere', async () => {
    await file.verify();
    await rename(path, `${path}.moved`);
    await assert.rejects(file.verify(), { code: 'ENOENT' });
    await writeFile(path, '');
    await assert.rejects(file.verify(), { code: 'storage.unavailable' });
  });
});
