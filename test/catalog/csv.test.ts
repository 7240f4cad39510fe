import assert from 'node:assert/strict';
import { parseCsv } from '../../catalog/csv.ts';

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);

describe('comma-separated values', () => {
  const cases: [what: string, text: string, rows: string[][]][] = [
    [
      'plain cells, empty ones too',
      'a,b\r\n,\r\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      'a last line without an end',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'commas, quotes and line ends in quotes',
      '"a, b","c ""d""\r\ne"\r\n',
      [['a, b', 'c "d"\r\ne']],
    ],
    ['an empty quoted cell', '"",x', [['', 'x']]],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    [
      'empty lines',
      'a,b\n\n\r\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'lines that end in a carriage return',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing', '', []],
    ['white space as it is', ' a ,\tb\u00a0', [[' a ', '\tb\u00a0']]],
  ];
  for (const [what, text, rows] of cases) {
    it(`read ${what}`, () => {
      assert.deepEqual(cellsOf(text), rows);
    });
  }

  const broken: [what: string, line: string][] = [
    ['a quote inside a plain cell', 'a,b"c,d'],
    ['text behind a quoted cell', '"a"b,c'],
    ['a quote that never ends', '"a,b'],
  ];
  for (const [what, line] of broken) {
    it(`keep a line with ${what} as one cell, and go on after it`, () => {
      assert.deepEqual(cellsOf(`x,y\n${line}\nc,d\n`), [['x', 'y'], [line], ['c', 'd']]);
    });
  }

  it('tell the line on which a row begins', () => {
    const rows = parseCsv('a,b\r\n\r\n"c\r\nd",e\r\nf,g');
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 3, 5],
    );
  });
});
