import assert from 'node:assert/strict';
import { createInstance } from 'i18next';
import en from '../../locales/en-US.json' with { type: 'json' };
import { type Locale, localiser } from '../../locales/localiser.ts';
import sv from '../../locales/sv-SE.json' with { type: 'json' };
import { placeholders, sentences } from '../support/cards/strictLocaliser.ts';

const trees: Record<Locale, object> = { 'en-US': en, 'sv-SE': sv };
/** What would be filled in twice, or meant as something else, by a careless reader. */
const odd = (name: string): string => `$& <${name}> {{name}} $t(errors)`;

function i18nextOf(locale: Locale) {
  const i18n = createInstance();
  i18n.init({
    lng: locale,
    resources: { [locale]: { translation: trees[locale] } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return i18n;
}

describe('a sentence', () => {
  for (const locale of ['en-US', 'sv-SE'] as const) {
    it(`is what i18next makes of it, whatever the count and the values, in ${locale}`, () => {
      const i18n = i18nextOf(locale);
      const { t } = localiser(locale);
      for (const [name, text] of sentences(locale)) {
        if (/\.\d+$/.test(name)) continue;
        const key = name.replace(/_(one|other)$/, '');
        for (const count of [undefined, 0, 1, 2, 1.5]) {
          if (count === undefined && key !== name) continue;
          const values = {
            ...Object.fromEntries(placeholders(text).map((blank) => [blank, odd(blank)])),
            ...(count === undefined ? {} : { count, n: count }),
          };
          assert.equal(t(key, values), i18n.t(key, values), key);
        }
      }
    });
  }

  it('has another form for a context, the plain one for a context without a form', () => {
    const i18n = i18nextOf('en-US');
    const { t } = localiser('en-US');
    const all = sentences('en-US');
    const bent = [...all.keys()].filter((name) => all.has(name.replace(/_[a-zA-Z]+$/, '')));
    const forms = bent.filter((name) => /_[a-zA-Z]+$/.test(name));
    assert.notEqual(forms.length, 0);
    for (const name of forms) {
      const [key = '', own = ''] = name.split(/_(?=[a-zA-Z]+$)/);
      for (const context of [own, 'of no form', own]) {
        const blanks = placeholders(`${all.get(key)} ${all.get(name)}`);
        const values = {
          ...Object.fromEntries(blanks.map((blank) => [blank, odd(blank)])),
          context,
        };
        assert.equal(t(key, values), i18n.t(key, values), `${key} ${context}`);
      }
    }
  });

  it('is not confused with the one that was made of it before', () => {
    const { t } = localiser('en-US');
    const made = ['A', 'B', 'A'].map((plan) => t('dialogs.products.only', { plan }));
    assert.equal(made[0], made[2]);
    assert.notEqual(made[0], made[1]);
  });

  it('that does not exist is an error, each time it is asked for', () => {
    const { t } = localiser('sv-SE');
    for (let n = 0; n < 2; n += 1) assert.throws(() => t('no.such', { count: 1 }), /no\.such/);
  });
});

describe('a day with its time', () => {
  const cases: [locale: Locale, timeZone: string, said: string][] = [
    ['en-US', 'Europe/Stockholm', 'Nov 23, 2026, 3:05 PM GMT+1'],
    ['en-US', 'America/New_York', 'Nov 23, 2026, 9:05 AM EST'],
    ['sv-SE', 'Europe/Stockholm', '23 nov. 2026 15:05 CET'],
    ['sv-SE', 'UTC', '23 nov. 2026 14:05 UTC'],
  ];
  for (const [locale, timeZone, said] of cases) {
    it(`names its zone, as the reader may be in another: ${timeZone} in ${locale}`, () => {
      const time = localiser(locale).dateTime('2026-11-23T14:05:00Z', timeZone);
      assert.equal(time.replaceAll(/\s/g, ' '), said);
    });
  }

  it('is written as clocks of the country show it, with its zone, where the day is left out', () => {
    const time = (locale: Locale): string =>
      localiser(locale).time('2026-11-23T00:25:00Z', 'Europe/Stockholm').replaceAll(/\s/g, ' ');
    assert.equal(time('en-US'), '1:25 AM GMT+1');
    assert.equal(time('sv-SE'), '01:25 CET');
  });
});
