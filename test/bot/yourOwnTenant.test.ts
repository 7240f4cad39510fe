import assert from 'node:assert/strict';
import { readEnvironment } from '../../bot/environment.ts';
import { read } from '../house/read.ts';

const id = '6f1d2a40-5c3b-4e8f-9a57-2b90c4e7d813';
/** What somebody enters for each `…`. */
const entered: Record<string, string> = {
  MicrosoftAppId: id,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: id,
  PUBLIC_URL: 'https://bot.example',
  GRAPH_APP_ID: id,
  GRAPH_APP_SECRET: 'secret',
};

/** Steps and settings, as a new user reads them. */
function sectionOf(title: string) {
  const [, rest = ''] = read('README.md').split(`\n### ${title}\n`);
  const [section = ''] = rest.split(/\n##/);
  const settings: Record<string, string> = {};
  for (const [, name = '', value = ''] of section.matchAll(/\b(\w+)=(\S+)/g)) {
    settings[name] = value.startsWith('$') ? (settings[value.slice(1)] ?? '') : value;
    if (value.includes('…')) settings[name] = entered[name] ?? '';
  }
  return { steps: section.match(/^\d+\. /gm) ?? [], settings };
}

describe('the steps to a tenant of one’s own', () => {
  for (const [title, isPartner] of [
    ['Microsoft bills you', false],
    ['A partner sells to you', true],
  ] as const) {
    it(`are ten at the most: ${title}`, () => {
      const { steps } = sectionOf(title);
      assert.ok(steps.length > 5 && steps.length <= 10, `${steps.length}`);
    });

    it(`set what is needed, and nothing else: ${title}`, () => {
      const { settings } = sectionOf(title);
      const { live, bot, partner } = readEnvironment(settings);
      assert.ok(live && bot);
      assert.equal(partner !== undefined, isPartner);
      for (const name of Object.keys(settings)) {
        const { [name]: _, ...others } = settings;
        const isOptional = name === 'PARTNER_TENANT_ID';
        if (!isOptional) assert.throws(() => readEnvironment(others), name);
      }
    });
  }
});
