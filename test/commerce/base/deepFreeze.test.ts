import assert from 'node:assert/strict';
import { deepCopy, deepFreeze } from '../../../commerce/base/deepFreeze.ts';

const value = () => ({ list: [{ n: 1 }, null], text: 'a', nothing: undefined });

describe('A value that is shared', () => {
  it('can be changed by nobody, all the way down', () => {
    const shared = deepFreeze(value());
    assert.throws(() => {
      shared.list[0]!.n = 2;
    }, TypeError);
    assert.throws(() => shared.list.push(null), TypeError);
  });

  it('is copied for who wants to change it, and stays as it is', () => {
    const shared = deepFreeze(value());
    const copy = deepCopy(shared);
    assert.deepEqual(copy, shared);
    copy.list[0]!.n = 2;
    copy.list.push(null);
    assert.deepEqual(shared, value());
  });

  it('keeps a key that would be a prototype as what it is', () => {
    const copy = deepCopy(JSON.parse('{"__proto__": {"admin": true}}'));
    assert.equal(copy.admin, undefined);
    assert.ok(Object.hasOwn(copy, '__proto__'));
  });
});
