import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  memoize,
  memoizeByObject,
  memoizeLast,
  memoizeRecent,
} from '../../../commerce/base/memoize.ts';

describe('Things that are dear to make', () => {
  it('are made once each', () => {
    const make = sinon.fake((key: string) => ({ key }));
    const get = memoize(make);
    assert.equal(get('a'), get('a'));
    get('b');
    get('a');
    assert.deepEqual(make.args, [['a'], ['b']]);
  });

  it('are forgotten for the next one where keys have no end', () => {
    const make = sinon.fake((key: string) => ({ key }));
    const get = memoizeLast(make);
    assert.equal(get('a'), get('a'));
    get('b');
    assert.deepEqual(get('a'), { key: 'a' });
    assert.deepEqual(make.args, [['a'], ['b'], ['a']]);
  });

  it('are kept while few others are asked for, where keys have no end', () => {
    const make = sinon.fake((key: string) => ({ key }));
    const get = memoizeRecent(make);
    const first = get('a');
    for (let other = 1; other < 64; other += 1) get(`b${other}`);
    assert.equal(get('a'), first);
    get('one more');
    assert.notEqual(get('a'), first);
  });

  it('are made once for an object, and anew for another one that looks the same', () => {
    const make = sinon.fake(({ name }: { name: string }) => ({ name }));
    const get = memoizeByObject(make);
    const object = { name: 'a' };
    assert.equal(get(object), get(object));
    assert.notEqual(get({ name: 'a' }), get(object));
    assert.equal(make.callCount, 2);
  });
});
