import assert from 'node:assert/strict';
import { itemsPerPage } from '../../../cards/kit/pager.ts';
import { pageOf } from '../../../dialogs/step/paging.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe('A list in pages', () => {
  for (const length of [0, 1, itemsPerPage - 1, itemsPerPage, itemsPerPage + 1, 57]) {
    it(`shows each of ${length} things once, in order`, () => {
      const { pages } = pageOf(list(length), 1);
      const shown = list(pages).flatMap((index) => pageOf(list(length), index + 1).items);
      assert.deepEqual(shown, list(length));
    });
  }

  it('has one page when there is nothing to show', () => {
    assert.deepEqual(pageOf([], 1), { items: [], page: 1, pages: 1 });
  });

  const three = list(itemsPerPage * 2 + 1);
  const wanted: [asked: unknown, page: number][] = [
    [1, 1],
    ['2', 2],
    [3, 3],
    [4, 3],
    [0, 1],
    [-1, 1],
    [1e99, 3],
    [2.5, 1],
    ['two', 1],
    ['', 1],
    [undefined, 1],
    [null, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
    [{}, 1],
  ];
  for (const [asked, page] of wanted) {
    it(`shows page ${page} when ${String(asked) || 'nothing'} is asked for`, () => {
      assert.equal(pageOf(three, asked).page, page);
    });
  }
});
