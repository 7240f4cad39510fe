import assert from 'node:assert/strict';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { LiveBot } from '../../microsoft/wire/liveBot.ts';
import { textOf } from '../../support/teams/cardText.ts';

/** What Graph shows of it; the others stand in no directory, and are left to the admin center. */
const seen: Record<string, readonly string[]> = {
  'mixed-reasons': ['LICENSE_CONFLICT', 'SERVICE_INCIDENT'],
  'license-conflict': ['LICENSE_CONFLICT'],
  'duplicate-product': ['DUPLICATE_PRODUCT'],
  'not-active': ['NOT_ACTIVE'],
  trial: ['TRIAL'],
  'service-incident': ['SERVICE_INCIDENT'],
  'not-provisioned': ['NOT_PROVISIONED'],
  'government-or-nonprofit': ['GOVERNMENT_OR_NONPROFIT'],
  'partner-managed': ['PARTNER_MANAGED'],
  'legacy-plan': ['LEGACY_PLAN'],
};
/** What is told beside the plans. */
const told: Record<string, RegExp> = {
  'group-licensing': /groups give users their license: .*\(8\), .*\(3\)/,
  'customised-services':
    /turned off for some users.*SharePoint Online \(10\), Microsoft Teams \(5\)/,
};

describe('a customer whom Microsoft bills directly, in each scenario', () => {
  let live: LiveBot;
  before(async () => {
    live = await LiveBot.start();
  });
  after(() => live.stop());

  for (const { name } of scenarios) {
    const reasons = seen[name];
    const outcome = reasons ? `the diagnosis: ${reasons.join(', ')}` : 'the admin center';

    it(`is led from hi to ${outcome}: ${name}`, async () => {
      const teams = await live.connectedChat(await live.wire.tenants.addUnasked(name));
      try {
        const lastId = () => teams.cards.at(-1)?.id;
        await teams.say('upgrade');
        if (lastId() === 'products') {
          await teams.press(teams.lastCard('products'), 'product.choose');
        }
        if (reasons) {
          const card = textOf(teams.lastCard('diagnosis'));
          for (const code of reasons) assert.ok(card.includes(code), card);
          return;
        }
        assert.match(teams.texts.join('\n'), told[name] ?? /Only|admin center/);
        await teams.press(teams.lastCard('plans'), 'plan.choose');
        const { quantity = '1' } = valuesOn(teams.lastCard('configure').json);
        const inputs = { quantity, term: 'P1Y', billing: 'annual' };
        await teams.press(teams.lastCard('configure'), 'configure.submit', inputs);
        assert.equal(lastId(), 'admin-center', teams.texts.join('\n'));
        await teams.press(teams.lastCard('admin-center'), 'purchase.check');
        assert.match(teams.texts.at(-1) ?? '', /don’t see .* yet/);
      } finally {
        await teams.stop();
      }
    });
  }
});

/** What the inputs of a card are filled with. */
function valuesOn(json: object): Record<string, string> {
  const found = [...JSON.stringify(json).matchAll(/"id":"(\w+)"[^{}]*?"value":"?([\w.]+)/g)];
  return Object.fromEntries(found.map(([, id, value]) => [id, value]));
}
