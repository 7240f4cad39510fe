import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyStaging } from '../../../../storage/files/dataFolder.ts';
import { documentPath } from '../../../../storage/files/documents/documentPaths.ts';
import { Journal } from '../../../../storage/files/journal/journal.ts';
import { journalLine } from '../../../../storage/files/journal/journalLines.ts';
import { LowdbPlace } from '../../../support/storage/place.ts';

const kept = (id: string, version: number, document: unknown) =>
  JSON.stringify({ version, id, document });
const line = (id: string, version: number, document: unknown) =>
  journalLine('quotes', kept(id, version, document)).toString();

describe('The journal', () => {
  let place: LowdbPlace;
  beforeEach(async () => {
    place = await LowdbPlace.make();
  });
  afterEach(() => place.drop());

  async function journals(folder = place.folder): Promise<string[]> {
    return (await readdir(folder)).filter((name) => name.startsWith('journal')).sort();
  }
  const textOfFile = (id: string) => readFile(documentPath(place.folder, 'quotes', id), 'utf8');
  const leave = (number: number, text: string) =>
    writeFile(join(place.folder, `journal-${number}.log`), text);

  it('is what a copy of the folder is restored from, taken at any moment', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    await engine.replace('quotes', 'a', 2, 1);
    const copy = await LowdbPlace.make();
    await cp(place.folder, copy.folder, { recursive: true });
    for (const name of await readdir(copy.folder)) {
      if (name.startsWith('.lock')) await rm(join(copy.folder, name));
    }
    const restored = await copy.openEngine();
    assert.deepEqual(await restored.read('quotes', 'a'), { document: 2, version: 2 });
    await copy.drop();
  });

  it('gives way to files when nobody writes for a while', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    await assert.rejects(textOfFile('a'), { code: 'ENOENT' });
    // The test's own time limit ends this where it never comes.
    while ((await journals()).join() !== 'journal-2.log') await sleep(100);
    assert.equal(await textOfFile('a'), kept('a', 1, 1));
    await engine.replace('quotes', 'a', 2, 1);
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 2, version: 2 });
  });

  it('is gone when the engine closed: the files hold everything', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    await engine.close();
    assert.deepEqual(await journals(), []);
    assert.equal(await textOfFile('a'), kept('a', 1, 1));
  });

  it('does not grow without end, whatever is written', async () => {
    const engine = await place.openEngine();
    const document = 'x'.repeat(1_000_000);
    await engine.create('quotes', 'a', document);
    for (let version = 1; version < 100; version += 1) {
      await engine.replace('quotes', 'a', document, version);
    }
    // One may go while it is looked at.
    const sizes = (await journals()).map(
      (name) => statSync(join(place.folder, name), { throwIfNoEntry: false })?.size ?? 0,
    );
    assert.ok(Math.max(...sizes) < 70_000_000, `${sizes} bytes after 100 million were written`);
    assert.deepEqual(await engine.read('quotes', 'a'), { document, version: 100 });
  });

  it('of a killed process is read in the order in which it was written, the newest last', async () => {
    await leave(9, line('a', 1, 'first') + line('a', 2, 'second'));
    await leave(10, line('a', 3, 'third') + line('b', 1, 'b'));
    const engine = await place.openEngine();
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 'third', version: 3 });
    assert.deepEqual(await engine.read('quotes', 'b'), { document: 'b', version: 1 });
    assert.deepEqual(await journals(), ['journal-11.log']);
    assert.deepEqual(place.warnings, []);
  });

  it('that breaks off in the middle of a line was acknowledged up to the line before', async () => {
    await leave(1, line('a', 1, 'whole') + line('a', 2, 'half').slice(0, -4));
    const engine = await place.openEngine();
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 'whole', version: 1 });
    assert.deepEqual(place.warnings, []);
  });

  it('that somebody damaged is kept for people to look at; its good lines count', async () => {
    await leave(1, `${line('a', 1, 1)}nonsense\n${line('b', 1, 2)}`);
    const engine = await place.openEngine();
    assert.deepEqual(await engine.read('quotes', 'a'), { document: 1, version: 1 });
    assert.deepEqual(await engine.read('quotes', 'b'), { document: 2, version: 1 });
    const [warning] = place.warnings;
    assert.equal(warning?.details.code, 'storage.damaged');
    assert.equal(warning?.details.lines, 1);
    const aside = (await journals()).filter((name) => name.includes('.damaged-'));
    assert.equal(aside.length, 1);
  });

  it('is read again when the process is killed while it brings the files up to date', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 1);
    await engine.close();
    // The file was written, the journal not yet removed.
    await leave(1, line('a', 1, 1));
    await leave(2, line('a', 2, 2));
    const reopened = await place.openEngine();
    assert.deepEqual(await reopened.read('quotes', 'a'), { document: 2, version: 2 });
  });

  it('does not pile up while the files can not be written', async () => {
    await emptyStaging(place.folder);
    const journal = await Journal.open({ folder: place.folder, log: place.log });
    await rm(join(place.folder, '.staging'), { recursive: true });
    for (let version = 1; version <= 4; version += 1) {
      await journal.write('quotes a', 'quotes', kept('a', version, version));
      await assert.rejects(journal.checkpoint(), { code: 'storage.unavailable' });
    }
    assert.equal((await journals()).length, 2);
    assert.equal(journal.textOf('quotes a'), kept('a', 4, 4));
    await emptyStaging(place.folder);
    await journal.checkpoint();
    assert.equal(await textOfFile('a'), kept('a', 4, 4));
    await journal.close();
    assert.deepEqual(await journals(), []);
  });

  it('does not bring back what was set aside', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'a', 'nonsense');
    await engine.setAside('quotes', 'a', () => 'no quote');
    const [name = ''] = await journals();
    assert.equal(await readFile(join(place.folder, name), 'utf8'), '');
    await assert.rejects(textOfFile('a'), { code: 'ENOENT' });
  });

  it('is not trusted any more when somebody takes it away', async () => {
    const engine = await place.openEngine();
    await engine.check();
    const [name = ''] = await journals();
    await rm(join(place.folder, name));
    await assert.rejects(engine.check(), { code: 'storage.unavailable' });
    await appendFile(join(place.folder, name), '');
    await assert.rejects(engine.check(), { code: 'storage.unavailable' });
  });

  it('holds nothing of what a full disk refused, and takes what fits afterwards', async function () {
    if (process.platform === 'win32') this.skip();
    const script = join(import.meta.dirname, 'writeUntilRefused.ts');
    // Limits the size of each file: what is beyond it is refused after a part was written.
    const command = 'ulimit -f 64; exec "$@"';
    const args = ['-c', command, 'sh', process.execPath, script, place.folder];
    const told = await new Promise<string>((resolve) => {
      execFile('sh', args, (_error, stdout) => resolve(stdout));
    });
    assert.deepEqual(JSON.parse(told), {
      before: true,
      'too-long': 'storage.unavailable',
      after: true,
      read: 'nothing',
    });
    const engine = await place.openEngine();
    assert.deepEqual(await engine.read('quotes', 'before'), { document: 1, version: 1 });
    assert.deepEqual(await engine.read('quotes', 'after'), { document: 2, version: 1 });
    assert.equal(await engine.read('quotes', 'too-long'), undefined);
    assert.deepEqual(place.warnings, []);
  });
});
