import assert from 'node:assert/strict';
import { RecentDocuments } from '../../../storage/lowdb/recentDocuments.ts';

const textOf = (id: string, version = 1): string =>
  JSON.stringify({ version, id, document: { list: [id] } });
/** What one takes under a key of one character. */
const room = 1 + textOf('a').length;

describe('recent documents', () => {
  it('are remembered until they are too long together; the least used goes first', () => {
    const recent = new RecentDocuments(2 * room);
    recent.set('a', textOf('a'));
    recent.set('b', textOf('b'));
    assert.equal(recent.get('a')?.id, 'a');
    recent.set('c', textOf('c'));
    assert.equal(recent.get('b'), undefined);
    assert.equal(recent.get('a')?.id, 'a');
    assert.equal(recent.get('c')?.id, 'c');
  });

  it('count a document once, however often it is set', () => {
    const recent = new RecentDocuments(2 * room);
    recent.set('a', textOf('a'));
    for (let n = 0; n < 5; n += 1) recent.set('b', textOf('b'));
    assert.equal(recent.get('a')?.id, 'a');
    recent.delete('b');
    recent.delete('never there');
    recent.set('c', textOf('c'));
    assert.equal(recent.get('a')?.id, 'a');
  });

  it('do not keep one that is too long by itself', () => {
    const recent = new RecentDocuments(room);
    recent.set('ab', textOf('a'));
    assert.equal(recent.get('ab'), undefined);
    recent.set('b', textOf('b'));
    assert.notEqual(recent.get('b'), undefined);
  });

  it('do not keep more names of missing documents than there is room for', () => {
    const recent = new RecentDocuments(10);
    for (const key of ['a', 'b', 'c']) recent.set(key, 'null');
    assert.equal(recent.get('a'), undefined);
    assert.equal(recent.get('b'), null);
    assert.equal(recent.get('c'), null);
  });

  it('are the same object until they are set again', () => {
    const recent = new RecentDocuments(10 * room);
    recent.set('a', textOf('a'));
    const first = recent.get('a');
    assert.equal(recent.get('a'), first);
    recent.set('a', textOf('a', 2));
    assert.deepEqual(recent.get('a'), { version: 2, id: 'a', document: { list: ['a'] } });
    assert.equal(first?.version, 1);
  });

  it('cannot be changed by a reader, however deep', () => {
    const recent = new RecentDocuments(10 * room);
    recent.set('a', textOf('a'));
    const document = recent.get('a')?.document as { list: string[] };
    assert.throws(() => document.list.push('b'), TypeError);
    assert.deepEqual(recent.get('a')?.document, { list: ['a'] });
  });
});
