import assert from 'node:assert/strict';
import { readEnvironment } from '../../bot/environment.ts';
import { complaintsOf } from '../support/bot/settingComplaints.ts';

const PARTNER_TENANT_ID = '7C0F1DE2-0f5e-4d2c-9c1b-2b7f6f1f7b00';
const application = {
  GRAPH_APP_ID: '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a10',
  GRAPH_APP_SECRET: 'hush~hush',
};
const whole = { ...application, PARTNER_TENANT_ID };

const linesOf = (env: NodeJS.ProcessEnv): string => complaintsOf(env).join('\n');

describe('the settings of a partner', () => {
  it('may all be absent', () => {
    assert.equal(readEnvironment(application).partner, undefined);
  });

  it('are the tenant of the partner', () => {
    const partnerTenantId = PARTNER_TENANT_ID.toLowerCase();
    assert.deepEqual(readEnvironment(whole).partner, { partnerTenantId });
  });

  for (const [percent, margin] of [
    ['0', 0],
    ['12.5', 1_250],
    ['7.25', 725],
    ['100', 10_000],
  ] as const) {
    it(`take a margin: ${percent} percent`, () => {
      assert.equal(readEnvironment({ ...whole, PARTNER_MARGIN: percent }).partner?.margin, margin);
    });
  }

  it('take another address', () => {
    const env = { ...whole, PARTNER_CENTER_URL: 'http://127.0.0.1:9' };
    assert.equal(readEnvironment(env).partner?.partnerCenterUrl, 'http://127.0.0.1:9');
  });

  const mistakes: [what: string, env: NodeJS.ProcessEnv, line: RegExp][] = [
    [
      'a tenant that is none',
      { ...whole, PARTNER_TENANT_ID: 'us' },
      /^PARTNER_TENANT_ID: must be a GUID/,
    ],
    [
      'a tenant alone',
      { PARTNER_TENANT_ID },
      /^GRAPH_APP_ID: is missing although PARTNER_TENANT_ID/,
    ],
    ['a margin alone', { ...application, PARTNER_MARGIN: '5' }, /^PARTNER_TENANT_ID: is missing/],
    [
      'a margin below nothing',
      { ...whole, PARTNER_MARGIN: '-5' },
      /^PARTNER_MARGIN: must be a perc/,
    ],
    ['a margin in words', { ...whole, PARTNER_MARGIN: '5 %' }, /^PARTNER_MARGIN: must be a perc/],
    [
      'an unsafe address',
      { ...whole, PARTNER_CENTER_URL: 'http://a.example' },
      /^PARTNER_CENTER_URL: /,
    ],
  ];
  for (const [what, env, line] of mistakes) {
    it(`tell of ${what}, and say no secret`, () => {
      assert.match(linesOf(env), line);
      assert.doesNotMatch(linesOf(env), /hush/);
    });
  }
});
