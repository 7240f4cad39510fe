import assert from 'node:assert/strict';
import { foldSigns, plainText } from '../../../commerce/base/plainText.ts';

describe('plain text', () => {
  const written: [what: string, text: string, plain: string][] = [
    ['a usual sentence', 'I need 25 licenses, yearly.', 'I need 25 licenses, yearly.'],
    ['Swedish letters', 'Åsa får öl', 'Åsa får öl'],
    ['letters with their accent apart', 'A\u030asa fa\u030ar o\u0308l', 'Åsa får öl'],
    ['full width', '１００　ｌｉｃｅｎｓｅｓ', '100 licenses'],
    ['digits of other scripts', '٢٥ ۲۵ २५ 𝟐𝟓 ߂߅', '25 25 25 25 25'],
    ['separators of other scripts', '١٬٠٠٠٫٥', '1,000.5'],
    ['keycaps', '3\ufe0f\u20e30\ufe0f\u20e3 🔟', '30 10'],
    ['circled numbers', '① ⑩', '1 10'],
    ['raised digits, which are no part of a number', '25² 10₂', '25 2 10 2'],
    ['fractions, which make a number broken', '10½ ½ 10⅛ ２¾', '10.50 0.50 10.13 2.75'],
    ['dashes', 'month–to—month‐to‑month−to﹣month', 'month-to-month-to-month-to-month'],
    ['apostrophes', 'I´d I`d I’d I‘d Iʼd I′d I＇d', "I'd I'd I'd I'd I'd I'd I'd"],
    ['quotation marks', '“a” „b‟ «c» ＂d＂', '"a" "b" "c" "d"'],
    [
      'signs that can’t be seen',
      '\u200bup\u00adgra\u2060de\ufeff my\u200e \u202bplan\u202c',
      'upgrade my plan',
    ],
    ['control and private characters', 'up\u0000gra\ue000de\u0007', 'upgrade'],
    ['half of a surrogate pair', 'up\ud83dgrade', 'upgrade'],
    ['blanks of all widths', ' a\u00a0b\u202fc\u2009d\u3000e\u2800f  g\t', 'a b c d e f g'],
    ['line breaks', 'a\r\nb\rc\u2028d\u0085e\n\nf', 'a b c d e f'],
    ['marks of a product', 'Microsoft® 365 Office™ 365', 'Microsoft 365 Office 365'],
    ['joined letters', 'ﬁne', 'fine'],
    ['nothing', '\u200b\ufe0f', ''],
  ];
  for (const [what, text, plain] of written) {
    it(`has one form for ${what}`, () => {
      assert.equal(plainText(text), plain);
    });
  }

  it('stays as it is once it is plain', () => {
    for (const [, text] of written) assert.equal(plainText(plainText(text)), plainText(text));
  });

  it('keeps line breaks and backquotes where markup is still to be read', () => {
    assert.equal(foldSigns('`a`\r\n“b”\u2029c'), '`a`\n"b"\nc');
  });
});
