import assert from 'node:assert/strict';
import { reasonSentence, reasonSteps, reasonWho } from '../../../cards/kit/wording.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import { money } from '../../../commerce/model/money.ts';
import { type Role, rolesOfPerson } from '../../../commerce/model/role.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { account, clearFacts, openOrder } from '../../support/tenant/clearFacts.ts';
import { clearCases, reasonCases } from './diagnose.cases.ts';
import { clearDuplicateCases, duplicateCases } from './duplicate.cases.ts';
import { clearKindCases, kindCases } from './kinds.cases.ts';
import { clearTenantCases, tenantCases } from './tenant.cases.ts';

const blocked = [...reasonCases, ...kindCases, ...tenantCases, ...duplicateCases];
const clear = [...clearCases, ...clearKindCases, ...clearTenantCases, ...clearDuplicateCases];

describe('Diagnosis', () => {
  for (const [what, change, expected] of blocked) {
    it(`reports ${expected.code} alone for ${what}`, () => {
      const reasons = diagnose({ ...clearFacts, ...change });
      assert.deepEqual(
        reasons.map(({ code }) => code),
        [expected.code],
      );
      const { link, ...reason } = reasons[0]!;
      assert.match(link ?? '', /^https:\/\/admin\.microsoft\.com\//);
      assert.deepEqual(reason, expected);
    });
  }

  for (const [what, change] of clear) {
    it(`reports nothing for ${what}`, () => {
      assert.deepEqual(diagnose({ ...clearFacts, ...change }), []);
    });
  }

  it('tells amounts to those alone who see billing, and has sentences without them', () => {
    const facts = (roles: Role[]): Facts => ({
      ...clearFacts,
      account: { ...account, overdue: money(1, 'SEK') },
      roles: rolesOfPerson(roles),
      subscription: { ...clearFacts.subscription, prepaid: true },
      targets: { targets: [], excluded: [] },
    });
    const told = diagnose(facts(['billing-admin']));
    const amounts = told.filter(({ values }) =>
      Object.values(values).some((value) => typeof value === 'object'),
    );
    assert.deepEqual(
      amounts.map(({ code }) => code),
      ['UNPAID_BALANCE', 'PREPAID'],
    );
    for (const role of ['reader', 'license-admin'] as const) {
      const hidden = diagnose(facts([role]));
      assert.ok(!hidden.some(({ values }) => Object.values(values).some(Object.isExtensible)));
      for (const l of locales.map(localiser)) {
        for (const { code } of amounts) {
          const reason = hidden.find((one) => one.code === code);
          assert.ok(reason && l.has(`reasons.${code}.cause_hidden`));
          assert.doesNotMatch(reasonSentence(reason, 'cause', l), /\{\{|SEK|kr/);
        }
      }
    }
  });

  it('reports all that holds, first what can be fixed, then what takes a colleague, last what only support can tell', () => {
    const reasons = diagnose({
      ...clearFacts,
      account: { ...account, overdue: money(1, 'SEK') },
      roles: rolesOfPerson(['reader']),
      subscription: { ...clearFacts.subscription, assigned: 26, status: 'unknown' },
      targets: { targets: [], excluded: [] },
      refusals: [
        { code: '900999', description: '' },
        { code: 'SubscriptionTargetOfferNotFound', description: '' },
      ],
      openOrders: [openOrder],
    });
    assert.deepEqual(
      reasons.map(({ code, group }) => `${group} ${code}`),
      [
        'fixNow LICENSE_CONFLICT',
        'fixNow UNPAID_BALANCE',
        'colleague INSUFFICIENT_ROLE',
        'wait UPGRADE_IN_PROGRESS',
        'manual NO_SUPPORTED_TARGET',
        'support NOT_ACTIVE',
        'support UNKNOWN_REASON',
      ],
    );
  });

  for (const locale of locales) {
    const l = localiser(locale);
    for (const [what, change] of blocked) {
      it(`tells what it is, why, and what to do about ${what} in ${locale}`, () => {
        for (const reason of diagnose({ ...clearFacts, ...change })) {
          const sentences = [
            reasonSentence(reason, 'title', l),
            reasonSentence(reason, 'cause', l),
            ...reasonSteps(reason, l),
            reasonWho(reason, account.agreement, l),
          ];
          for (const sentence of sentences) {
            assert.ok(sentence.length > 10, sentence);
            assert.doesNotMatch(sentence, /\{\{|undefined/);
          }
        }
      });

      it(`has a title that needs no values for ${what} in ${locale}`, () => {
        for (const { code } of diagnose({ ...clearFacts, ...change })) {
          assert.doesNotMatch(reasonSentence({ code, values: {} }, 'title', l), /\{\{/);
        }
      });
    }
  }
});
