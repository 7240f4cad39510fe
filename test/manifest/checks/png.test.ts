import assert from 'node:assert/strict';
import { readPicture } from '../../../manifest/checks/png.ts';
import { pngOf } from '../pngs.ts';

/** Two pixels by two; what each filter makes of the same stored bytes, worked out by hand. */
const stored = [Uint8Array.of(10, 20, 30, 40, 1, 2, 3, 4), Uint8Array.of(5, 6, 7, 8, 1, 1, 1, 1)];
const pictures: [name: string, filter: number, pixels: number[]][] = [
  ['none', 0, [10, 20, 30, 40, 1, 2, 3, 4, 5, 6, 7, 8, 1, 1, 1, 1]],
  ['sub', 1, [10, 20, 30, 40, 11, 22, 33, 44, 5, 6, 7, 8, 6, 7, 8, 9]],
  ['up', 2, [10, 20, 30, 40, 1, 2, 3, 4, 15, 26, 37, 48, 2, 3, 4, 5]],
  ['average', 3, [10, 20, 30, 40, 6, 12, 18, 24, 10, 16, 22, 28, 9, 15, 21, 27]],
  ['paeth', 4, [10, 20, 30, 40, 11, 22, 33, 44, 15, 26, 37, 48, 16, 27, 38, 49]],
];

describe('a PNG picture', () => {
  for (const [name, filter, pixels] of pictures) {
    it(`is read with the ${name} filter`, () => {
      const picture = readPicture(pngOf({ width: 2, height: 2 }, stored, filter));
      assert.deepEqual(picture, { width: 2, height: 2, pixels: Uint8Array.from(pixels) });
    });
  }

  const refused: [name: string, bytes: Uint8Array][] = [
    ['another file', new TextEncoder().encode('GIF89a, and then some more bytes')],
    ['an empty file', new Uint8Array()],
    ['a picture without alpha', pngOf({ width: 2, height: 2 }, stored, 0, '0802000000')],
    ['an interlaced picture', pngOf({ width: 2, height: 2 }, stored, 0, '0806000001')],
  ];
  for (const [name, bytes] of refused) {
    it(`is not ${name}`, () => assert.equal(readPicture(bytes), undefined));
  }
});
