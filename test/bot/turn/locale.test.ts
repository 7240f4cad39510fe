import assert from 'node:assert/strict';
import { localeOf, localeTold } from '../../../bot/turn/locale.ts';
import { anActivity } from './activities.ts';

const clientInfo = (locale: unknown) => [{ type: 'clientInfo', locale }];

describe('The language that a client tells', () => {
  const told: [what: string, given: Record<string, unknown>, locale: string | undefined][] = [
    ['the activity’s', { locale: 'sv-SE' }, 'sv-SE'],
    ['the closest one', { locale: 'sv-FI' }, 'sv-SE'],
    ['the one without a region', { locale: 'en' }, 'en-US'],
    ['whatever the case', { locale: 'SV-se' }, 'sv-SE'],
    ['whatever stands between its parts', { locale: 'sv_SE' }, 'sv-SE'],
    ['the client’s, written so', { entities: clientInfo('sv_SE') }, 'sv-SE'],
    ['the client’s when the activity tells none', { entities: clientInfo('sv-SE') }, 'sv-SE'],
    ['the activity’s first', { locale: 'en-GB', entities: clientInfo('sv-SE') }, 'en-US'],
    ['none that we don’t speak', { locale: 'fi-FI' }, undefined],
    ['none when it is nonsense', { locale: 7 }, undefined],
    ['none when nobody tells', { entities: [{ type: 'mention' }] }, undefined],
  ];
  for (const [what, given, locale] of told) {
    it(`is ${what}`, () => {
      assert.equal(localeTold(anActivity(given)), locale);
    });
  }
});

describe('The language of a conversation', () => {
  const languages: [what: string, given: Parameters<typeof localeOf>[0], locale: string][] = [
    ['what was chosen', { chosenLocale: 'sv-SE', clientLocale: 'en-US' }, 'sv-SE'],
    ['what the client told', { clientLocale: 'sv-SE' }, 'sv-SE'],
    ['English when nobody said anything', {}, 'en-US'],
    [
      'the client’s when the choice is one we dropped',
      { chosenLocale: 'fi-FI', clientLocale: 'sv-SE' },
      'sv-SE',
    ],
  ];
  for (const [what, given, locale] of languages) {
    it(`is ${what}`, () => {
      assert.equal(localeOf(given), locale);
    });
  }
});
