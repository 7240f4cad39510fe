import { type Exchange, startTalk } from '../../support/teams/transcript.ts';

async function played(table: readonly Exchange[], locale = 'en-US'): Promise<void> {
  const talk = await startTalk({ locale });
  try {
    await talk.play(table);
  } finally {
    await talk.end();
  }
}

describe('What is typed', () => {
  it('as a number means what stands on the page that is shown', () =>
    played([
      ['scenario many-products', ''],
      ['upgrade', '[products]'],
      ['press product.page {"choice":"2"}', '=products'],
      ['1', '=products', 'in the way of upgrading Office 365 E1.', '', '[plans]'],
    ]));

  it('about the way to pay is kept when the number beside it is refused', () =>
    played([
      ['upgrade', '', '', '[plans]'],
      ['business premium', '=plans', '[configure]'],
      ['3, yearly', 'Please enter 25 or more'],
      ['next', '=configure', '[review]'],
      ['how is this computed?', '25 × SEK 2,508.00', '', '', '', ''],
    ]));

  for (const [locale, texts, refusal] of [
    ['en-US', ['-5', '12.5', '1e9'], 'must be a whole number, 25 or more'],
    ['en-US', ['abc', 'place order'], 'for example “25, yearly”'],
    ['sv-SE', ['abc'], 'till exempel ”25, årsvis”'],
  ] as const) {
    for (const text of texts) {
      it(`as ${text} where licenses are asked for is told what is right, in ${locale}`, () =>
        played(
          [
            ['upgrade', '', '', '[plans]'],
            ['business premium', '=plans', '[configure]'],
            [text, refusal],
          ],
          locale,
        ));
    }
  }
});
