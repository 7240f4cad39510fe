import assert from 'node:assert/strict';
import { journalLine, readJournalLines } from '../../../../storage/files/journal/journalLines.ts';

const textOf = (id: string) =>
  JSON.stringify({ version: 1, id, document: `${id} "Åäö" 🙂\n\u2028` });
const line = (id: string) => journalLine('quotes', textOf(id)).toString();
const read = (journal: string) => readJournalLines(Buffer.from(journal));
const idsIn = (journal: string) => read(journal).entries.map(({ id }) => id);

describe('The lines of a journal', () => {
  it('give back what was written, in the same order', () => {
    const { entries, damaged } = read(line('b') + line('a') + line('b'));
    assert.deepEqual(
      entries,
      ['b', 'a', 'b'].map((id) => ({ collection: 'quotes', id, bytes: Buffer.from(textOf(id)) })),
    );
    assert.equal(damaged, 0);
  });

  it('do without a last one that was not written to its end, wherever it breaks off', () => {
    const last = line('b');
    for (let length = 0; length < last.length; length += 1) {
      const journal = line('a') + last.slice(0, length);
      assert.deepEqual(idsIn(journal), ['a'], `${length} characters`);
      assert.equal(read(journal).damaged, 0);
    }
  });

  it('are believed only as they were written: the others are counted', () => {
    const good = line('b');
    for (let at = 0; at < good.length - 1; at += 1) {
      const wrong = good[at] === '0' ? '1' : '0';
      const journal = line('a') + good.slice(0, at) + wrong + good.slice(at + 1) + line('c');
      assert.deepEqual(idsIn(journal), ['a', 'c'], `character ${at}`);
      assert.equal(read(journal).damaged, 1);
    }
  });

  it('may be empty', () => {
    assert.deepEqual(idsIn(`\n${line('a')}\n\n`), ['a']);
    assert.deepEqual(read(''), { entries: [], damaged: 0 });
  });
});
