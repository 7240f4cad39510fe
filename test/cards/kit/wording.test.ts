import assert from 'node:assert/strict';
import { country, writeOut } from '../../../cards/kit/wording.ts';
import { localiser } from '../../../locales/localiser.ts';

describe('business values in words', () => {
  const values = {
    overdue: { amount: 123_450, currency: 'SEK' as const },
    due: '2026-03-01',
    licences: 1200,
    count: 1200,
    name: 'Plan 2026-03-01',
  };

  it('write amounts, days and numbers in English', () => {
    const written = writeOut(values, localiser('en-US'));
    assert.deepEqual(
      { ...written, overdue: String(written.overdue).replace(/\s/g, ' ') },
      {
        overdue: 'SEK 1,234.50',
        due: 'March 1, 2026',
        licences: '1,200',
        count: 1200,
        name: 'Plan 2026-03-01',
      },
    );
  });

  it('write amounts, days and numbers in Swedish', () => {
    const written = Object.values(writeOut(values, localiser('sv-SE')));
    assert.deepEqual(
      written.map((value) => String(value).replace(/\s/g, ' ')),
      ['1 234,50 kr', '1 mars 2026', '1 200', '1200', 'Plan 2026-03-01'],
    );
  });

  it('name countries, and leave an unknown code as it is', () => {
    assert.equal(country('DE', localiser('sv-SE')), 'Tyskland');
    assert.equal(country('de', localiser('en-US')), 'Germany');
    assert.equal(country('1?', localiser('en-US')), '1?');
  });
});
