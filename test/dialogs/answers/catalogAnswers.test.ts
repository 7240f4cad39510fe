import assert from 'node:assert/strict';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { things } from '../../../commerce/catalog/questions.ts';
import { answerCatalogQuestion } from '../../../dialogs/answers/catalogAnswers.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { CatalogQuestion } from '../../../understanding/catalogQuestions.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const services = { catalog, priceBook: loadPriceBook() };
const answer = (question: CatalogQuestion, locale: (typeof locales)[number] = 'en-US') =>
  answerCatalogQuestion(services, localiser(locale), question);

describe('The answer to which plan has something', () => {
  it('names the plans on sale, each once, and the add-ons apart', () => {
    const { title, paragraphs } = answer({ kind: 'whichPlanHas', featureId: 'intune' });
    assert.equal(title, 'Which plan has Device management (Intune)?');
    assert.equal(
      paragraphs[0],
      'These plans include it: Microsoft 365 Business Premium, Microsoft 365 E3, ' +
        'Microsoft 365 E5, Microsoft 365 E7, Microsoft 365 F1, Microsoft 365 F3.',
    );
    assert.match(paragraphs[1] ?? '', /Enterprise Mobility \+ Security E3/);
    assert.match(paragraphs.at(-1) ?? '', /type “upgrade”/);
  });

  it('says so when it can only be bought beside a plan', () => {
    const { paragraphs } = answer({ kind: 'whichPlanHas', featureId: 'visio-desktop' });
    assert.match(paragraphs[0] ?? '', /^No plan/);
    assert.match(paragraphs[1] ?? '', /Visio Plan 2/);
  });

  for (const locale of locales) {
    it(`exists for every feature and service in ${locale}, and is short`, () => {
      for (const featureId of things) {
        const { title, paragraphs } = answer({ kind: 'whichPlanHas', featureId }, locale);
        const text = [title, ...paragraphs].join('\n');
        assert.doesNotMatch(text, /\{\{|undefined/);
        assert.ok(text.length < 2500, `${featureId}: ${text.length}`);
      }
    });
  }
});

describe('The answer to what is lost', () => {
  const cases: [what: string, from: string, to: string, patterns: RegExp[]][] = [
    [
      'tells smaller services and the way by hand',
      skus.microsoft365E3,
      skus.businessPremium,
      [/get smaller.*Mailbox \(Exchange\)/, /No longer included: /, /type “manual”/],
    ],
    [
      'tells services that go away',
      skus.microsoft365E3,
      skus.microsoft365E3NoTeams,
      [/go away.*: Chats and meetings \(Teams\)\./, /type “manual”/],
    ],
    [
      'tells lost features though the data is kept',
      skus.businessStandard,
      skus.office365E1,
      [/No longer included: .*Office apps installed/, /are kept.*type “upgrade”/],
    ],
    [
      'says that nothing is lost',
      skus.businessBasic,
      skus.microsoft365E5,
      [/lose nothing: Microsoft 365 E5 has everything/, /type “upgrade”/],
    ],
  ];
  for (const [what, from, to, patterns] of cases) {
    it(what, () => {
      const { title, paragraphs } = answer({ kind: 'loses', from, to });
      assert.equal(title, `From ${catalog.plan(from).name} to ${catalog.plan(to).name}`);
      assert.equal(paragraphs.length, patterns.length);
      for (const [index, pattern] of patterns.entries()) assert.match(paragraphs[index]!, pattern);
    });
  }

  it('is there in Swedish too', () => {
    const question = {
      kind: 'loses',
      from: skus.microsoft365E3,
      to: skus.businessPremium,
    } as const;
    const { title, paragraphs } = answer(question, 'sv-SE');
    assert.equal(title, 'Från Microsoft 365 E3 till Microsoft 365 Business Premium');
    assert.match(paragraphs[0] ?? '', /Postlåda|Mailbox|Exchange/);
  });
});
