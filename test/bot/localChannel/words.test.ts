import assert from 'node:assert/strict';
import { locales, localiser } from '../../../locales/localiser.ts';
import { languageAsked } from '../../../understanding/phrases.ts';

describe('the words of the chat page', () => {
  for (const locale of locales) {
    it(`ask the bot for the language of the page in a way that it understands: ${locale}`, () => {
      assert.equal(languageAsked(localiser(locale).t('page.languageCommand')), locale);
    });
  }
});
