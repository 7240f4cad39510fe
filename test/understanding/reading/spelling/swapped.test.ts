import assert from 'node:assert/strict';
import { quantityIn } from '../../../../understanding/reading/numbers/quantity.ts';
import { inOrder } from '../../../../understanding/reading/spelling/swapped.ts';

describe('Letters in the wrong order', () => {
  it('are put right in words that are often typed so', () => {
    assert.equal(inOrder('shoud be 43 nto 25 paln'), 'should be 43 not 25 plan');
    assert.deepEqual(quantityIn('its 38 nto 25'), { is: 'count', count: 38 });
  });

  it('stay in words that mean something', () => {
    assert.equal(inOrder('a form for the tanks, later'), 'a form for the tanks, later');
  });
});
