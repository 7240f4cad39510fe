import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyStaging } from '../../../../storage/files/dataFolder.ts';
import { documentPath } from '../../../../storage/files/documents/documentPaths.ts';
import { contentText } from '../../../../storage/files/documents/fileContent.ts';
import { checkpointJournals } from '../../../../storage/files/journal/checkpoint.ts';
import { Checkpointer } from '../../../../storage/files/journal/checkpointer.ts';
import { JournalFile } from '../../../../storage/files/journal/journalFile.ts';
import { journalLine } from '../../../../storage/files/journal/journalLines.ts';

const text = (id: string, version: number) => contentText({ version, id, document: `v${version}` });
const line = (id: string, version: number) => journalLine('quotes', text(id, version)).toString();
const nothing = (): void => undefined;

describe('Settling journals', () => {
  let folder: string;
  let journals: JournalFile[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upgradera-'));
    journals = [];
    await emptyStaging(folder);
  });
  afterEach(async () => {
    for (const journal of journals) await journal.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function journal(...lines: string[]): Promise<JournalFile> {
    const file = await JournalFile.create(join(folder, `journal-${journals.length + 1}.log`));
    journals.push(file);
    for (const one of lines) await file.append(Buffer.from(one), nothing);
    return file;
  }
  const complete = () => journals.map(({ path, fd, size }) => ({ path, fd, size }));
  const inFile = (id: string) => readFile(documentPath(folder, 'quotes', id), 'utf8');

  it('leaves each document as it was written last', async () => {
    await journal(line('a', 1), line('b', 1), line('a', 2));
    await journal(line('b', 2));
    checkpointJournals(folder, complete());
    assert.deepEqual([await inFile('a'), await inFile('b')], [text('a', 2), text('b', 2)]);
  });

  it('takes what was acknowledged, and nothing that was refused after it', async () => {
    const { path, fd, size } = await journal(line('a', 1));
    await journals[0]!.append(Buffer.from(line('a', 2)), nothing);
    checkpointJournals(folder, [{ path, fd, size }]);
    assert.equal(await inFile('a'), text('a', 1));
  });

  it('leaves the priority of the thread that asked for it as it was', async () => {
    const before = os.getPriority();
    const checkpointer = new Checkpointer(folder);
    await journal(line('a', 1));
    await checkpointer.checkpoint(complete());
    const threads = process.platform === 'linux' ? await readdir('/proc/self/task') : [];
    const niceness = await Promise.all(threads.map(nicenessOf));
    await checkpointer.close();
    assert.equal(os.getPriority(), before);
    if (threads.length > 0) assert.ok(niceness.includes('19'));
  });

  it('is done by a thread as well, time after time', async () => {
    const checkpointer = new Checkpointer(folder);
    await journal(line('a', 1));
    await checkpointer.checkpoint(complete());
    assert.equal(await inFile('a'), text('a', 1));
    await journal(...Array.from({ length: 200 }, (_, n) => line(`many-${n}`, 1)));
    await checkpointer.checkpoint(complete());
    assert.equal(await inFile('many-199'), text('many-199', 1));
    await checkpointer.close();
  });

  it('tells when it could not be done, leaves nothing half done, and can be tried again', async () => {
    const checkpointer = new Checkpointer(folder);
    await journal(line('a', 1));
    await rm(join(folder, '.staging'), { recursive: true });
    await assert.rejects(checkpointer.checkpoint(complete()), { code: 'storage.unavailable' });
    await assert.rejects(inFile('a'), { code: 'ENOENT' });
    await mkdir(join(folder, '.staging'));
    await checkpointer.checkpoint(complete());
    assert.equal(await inFile('a'), text('a', 1));
    await checkpointer.close();
  });

  it('works although somebody took a journal away meanwhile', async () => {
    await journal(line('a', 1));
    await rm(journals[0]!.path);
    checkpointJournals(folder, complete());
    assert.equal(await inFile('a'), text('a', 1));
  });
});

/** @returns undefined for a thread that has ended meanwhile. */
async function nicenessOf(thread: string): Promise<string | undefined> {
  const stat = await readFile(`/proc/self/task/${thread}/stat`, 'utf8').catch(() => '');
  // The name of a thread, in brackets, may hold blanks; what follows it does not.
  return stat.split(') ').at(-1)?.split(' ')[16];
}
