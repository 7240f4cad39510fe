import assert from 'node:assert/strict';
import { DueTimes } from '../../../../storage/files/rows/dueTimes.ts';

const at = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, '0')}:00Z`;
const until = (minute: number) => Date.parse(at(minute));

describe('What waits for a look', () => {
  let waits: DueTimes;
  beforeEach(() => {
    waits = new DueTimes();
    for (const [id, minute] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
    ] as const) {
      waits.set(id, at(minute));
    }
  });

  it('is due by its time, the earliest first, as often as it is asked for', () => {
    assert.deepEqual(waits.due(until(2), 9), ['a', 'b']);
    assert.deepEqual(waits.due(until(2), 9), ['a', 'b']);
    assert.deepEqual(waits.due(until(9), 2), ['a', 'b']);
    assert.deepEqual(waits.due(until(0), 9), []);
  });

  it('waits for what was set last', () => {
    waits.set('a', at(4));
    assert.equal(waits.next(), at(2));
    assert.deepEqual(waits.due(until(9), 9), ['b', 'c', 'a']);
    waits.set('a', at(1));
    assert.equal(waits.next(), at(1));
  });

  it('waits no more when it is taken out', () => {
    waits.delete('a');
    assert.equal(waits.next(), at(2));
    assert.deepEqual(waits.due(until(9), 9), ['b', 'c']);
    waits.delete('b');
    waits.delete('c');
    assert.equal(waits.next(), undefined);
  });

  it('tells the time as it was given, and compares instants that are written differently', () => {
    waits.set('z', '2026-03-01T10:00:30+01:00');
    assert.equal(waits.next(), '2026-03-01T10:00:30+01:00');
    assert.deepEqual(waits.due(until(1), 9), ['z', 'a']);
  });
});
