import assert from 'node:assert/strict';
import { RecentDocuments } from '../../../storage/contract/recentDocuments.ts';

const kept = (id: string, version = 1) => Object.freeze({ version, id, document: id });
const length = 10;
/** What one takes under a key of one character. */
const room = 1 + length;

describe('recent documents', () => {
  it('are remembered until they are too long together; the least used goes first', () => {
    const recent = new RecentDocuments<ReturnType<typeof kept>>(2 * room);
    recent.set('a', kept('a'), length);
    recent.set('b', kept('b'), length);
    assert.equal(recent.get('a')?.id, 'a');
    recent.set('c', kept('c'), length);
    assert.equal(recent.get('b'), undefined);
    assert.equal(recent.get('a')?.id, 'a');
    assert.equal(recent.get('c')?.id, 'c');
  });

  it('count a document once, however often it is set', () => {
    const recent = new RecentDocuments<ReturnType<typeof kept>>(2 * room);
    recent.set('a', kept('a'), length);
    for (let n = 0; n < 5; n += 1) recent.set('b', kept('b'), length);
    assert.equal(recent.get('a')?.id, 'a');
    recent.delete('b');
    recent.delete('never there');
    recent.set('c', kept('c'), length);
    assert.equal(recent.get('a')?.id, 'a');
  });

  it('do not keep one that is too long by itself', () => {
    const recent = new RecentDocuments<ReturnType<typeof kept>>(room);
    recent.set('ab', kept('a'), length);
    assert.equal(recent.get('ab'), undefined);
    recent.set('b', kept('b'), length);
    assert.notEqual(recent.get('b'), undefined);
  });

  it('do not keep more names of missing documents than there is room for', () => {
    const recent = new RecentDocuments<ReturnType<typeof kept>>(10);
    for (const key of ['first', 'other', 'third']) recent.set(key, null, 0);
    assert.equal(recent.get('first'), undefined);
    assert.equal(recent.get('other'), null);
    assert.equal(recent.get('third'), null);
  });

  it('are the same object until they are set again', () => {
    const recent = new RecentDocuments<ReturnType<typeof kept>>(10 * room);
    recent.set('a', kept('a'), length);
    const first = recent.get('a');
    assert.equal(recent.get('a'), first);
    recent.set('a', kept('a', 2), length);
    assert.equal(recent.get('a')?.version, 2);
    assert.equal(first?.version, 1);
  });
});
