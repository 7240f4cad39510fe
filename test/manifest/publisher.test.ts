import assert from 'node:assert/strict';
import { buildPages, pageNames } from '../../manifest/pages.ts';
import { readShipped } from '../../manifest/shipped.ts';
import { trialId } from '../../manifest/trialId.ts';
import { packageValuesIn } from '../../manifest/values.ts';

const MicrosoftAppId = '0a1b2c3d-0000-4000-8000-00000000cafe';
const contoso = {
  MicrosoftAppId,
  PUBLISHER_NAME: 'Contoso & Sons AB',
  PUBLISHER_WEBSITE: 'https://contoso.com/apps',
  PUBLISHER_CONTACT: 'privacy@contoso.com',
};

function valuesOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const found = packageValuesIn(env);
  assert.ok('values' in found, 'mistakes' in found ? found.mistakes.join('\n') : '');
  return found.values;
}

describe('who publishes the app', () => {
  it('is set by three variables; both pages are expected beside the website', () => {
    const values = valuesOf(contoso);
    assert.equal(values.PUBLISHER_PRIVACY_URL, 'https://contoso.com/apps/privacy.html');
    assert.equal(values.PUBLISHER_TERMS_URL, 'https://contoso.com/apps/terms.html');
  });

  it('may have its pages elsewhere', () => {
    const values = valuesOf({ ...contoso, PUBLISHER_TERMS_URL: 'https://contoso.com/legal' });
    assert.equal(values.PUBLISHER_TERMS_URL, 'https://contoso.com/legal');
  });

  it('is nobody in a package to look at, which is for no bot', () => {
    const found = packageValuesIn({ ...contoso, MicrosoftAppId: '' });
    assert.ok('values' in found && found.isTrial);
    assert.equal(found.values.MicrosoftAppId, trialId);
  });

  it('lets people sign in to an application where the bot is a managed identity, which is none', () => {
    const other = '0a1b2c3d-0000-4000-8000-00000000beef';
    const managed = { ...contoso, MicrosoftAppType: 'UserAssignedMSI', GRAPH_APP_ID: other };
    assert.equal(valuesOf(managed).SignInAppId, other);
    assert.equal(valuesOf({ ...contoso, GRAPH_APP_ID: other }).SignInAppId, MicrosoftAppId);
  });

  const refused: [what: string, variable: string, value: string, line: RegExp][] = [
    ['nobody', 'PUBLISHER_NAME', ' ', /^PUBLISHER_NAME: is not set$/],
    ['your company', 'PUBLISHER_NAME', 'Your Company', /NAME: is still a placeholder$/],
    ['a long name', 'PUBLISHER_NAME', 'C'.repeat(33), /NAME: must have at most 32 characters$/],
    ['no website', 'PUBLISHER_WEBSITE', '', /^PUBLISHER_WEBSITE: is not set$/],
    ['a website without https', 'PUBLISHER_WEBSITE', 'http://contoso.com', /must be an address/],
    ['an example', 'PUBLISHER_WEBSITE', 'https://www.example.com', /is still a placeholder$/],
    [
      'a domain of nobody',
      'PUBLISHER_PRIVACY_URL',
      'https://a.example/p',
      /is still a placeholder/,
    ],
    ['nobody to write to', 'PUBLISHER_CONTACT', '', /^PUBLISHER_CONTACT: is not set$/],
    ['a contact that is no address', 'PUBLISHER_CONTACT', 'contoso.com', /must be an e-mail/],
    ['dots to fill in', 'PUBLISHER_CONTACT', '…', /is still a placeholder$/],
  ];
  for (const [what, variable, value, line] of refused) {
    it(`is refused when it is ${what}`, () => {
      const found = packageValuesIn({ ...contoso, [variable]: value });
      assert.ok('mistakes' in found);
      assert.equal(found.mistakes.length, 1, found.mistakes.join('\n'));
      assert.match(found.mistakes[0]!, line);
    });
  }
});

describe('the pages about privacy and terms', () => {
  const pages = (): ReadonlyMap<string, string> => {
    const built = buildPages(readShipped, valuesOf(contoso));
    assert.ok('pages' in built, 'mistakes' in built ? built.mistakes.join('\n') : '');
    return built.pages;
  };

  it('name the publisher and whom to write to, in both languages, with nothing left to fill in', () => {
    for (const [name, text] of pages()) {
      for (const language of text.split('<section').slice(1)) {
        assert.match(language, /Contoso &amp; Sons AB/, name);
        assert.match(language, /mailto:privacy@contoso\.com/, name);
      }
      assert.match(text, /<section id="sv" lang="sv">/, name);
      assert.doesNotMatch(text, /\$\{\{|example|…/, name);
    }
  });

  it('say each thing in both languages', () => {
    for (const [name, text] of pages()) {
      const [, english = '', swedish = ''] = text.split('<section');
      for (const tag of ['<h1>', '<h2>', '<p>', '<li>']) {
        assert.equal(english.split(tag).length, swedish.split(tag).length, `${name} ${tag}`);
      }
    }
  });

  it('are refused while a placeholder is left or a page is missing', () => {
    const { PUBLISHER_CONTACT: _, ...rest } = valuesOf(contoso);
    const built = buildPages(readShipped, rest);
    assert.deepEqual('mistakes' in built && built.mistakes, [
      ...pageNames.map((name) => `pages/${name} still has the placeholder \${{PUBLISHER_CONTACT}}`),
    ]);
    const none = buildPages(() => undefined, rest);
    assert.ok('mistakes' in none && none.mistakes.includes('pages/terms.html is missing'));
  });
});
