import assert from 'node:assert/strict';
import { RecentTexts } from '../../../storage/lowdb/recentTexts.ts';

describe('recent texts', () => {
  it('are remembered until they are too long together; the least used goes first', () => {
    const recent = new RecentTexts(10);
    recent.set('a', 'aaaa');
    recent.set('b', 'bbbb');
    assert.equal(recent.get('a'), 'aaaa');
    recent.set('c', 'cc');
    assert.equal(recent.get('b'), 'bbbb');
    recent.set('d', 'd');
    assert.equal(recent.get('a'), undefined);
    assert.equal(recent.get('b'), 'bbbb');
  });

  it('count a text once, however often it is set', () => {
    const recent = new RecentTexts(10);
    recent.set('a', 'aaaa');
    for (let n = 0; n < 5; n += 1) recent.set('b', 'bbbbbb');
    assert.equal(recent.get('a'), 'aaaa');
    recent.delete('b');
    recent.delete('never there');
    recent.set('c', 'cccccc');
    assert.equal(recent.get('a'), 'aaaa');
  });

  it('do not keep one that is too long by itself', () => {
    const recent = new RecentTexts(10);
    recent.set('a', 'x'.repeat(11));
    assert.equal(recent.get('a'), undefined);
    recent.set('b', 'x'.repeat(10));
    assert.notEqual(recent.get('b'), undefined);
  });
});
