import assert from 'node:assert/strict';
import type { Thing } from '../../commerce/catalog/questions.ts';
import { skus } from '../../sandbox/tenant/skus.ts';
import { understandCatalogQuestion } from '../../understanding/catalogQuestions.ts';
import { catalog } from '../support/tenant/simulatedTenant.ts';

const understand = (text: string, present?: string) =>
  understandCatalogQuestion(catalog, text, present);

describe('A question about which plan has something', () => {
  const asked: [text: string, thing: Thing][] = [
    ['Which plan has Intune?', 'intune'],
    ['which plans include copilot', 'copilot'],
    ['What license do I need for audio conferencing?', 'audio-conferencing'],
    ['which subscription has Teams Phone', 'teams-phone'],
    ['Which plan has Teams?', 'TEAMS'],
    ['How do I get conditional access?', 'entra-p1'],
    ['Which plan includes Defender for Office 365?', 'defender-o365-p1'],
    ['plans with power bi', 'power-bi-pro'],
    ['which plan has a mail archive', 'EXCHANGE_ARCHIVE'],
    ['Vilken plan har Intune?', 'intune'],
    ['Vilken licens behöver jag för enhetshantering?', 'intune'],
    ['vilka planer har villkorsstyrd åtkomst', 'entra-p1'],
    ['planer med telefonväxel', 'teams-phone'],
    ['Vilket abonnemang har känslighetsetiketter?', 'information-protection'],
    ['hur får jag skydd mot nätfiske', 'defender-o365-p1'],
  ];
  for (const [text, featureId] of asked) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(understand(text), { kind: 'whichPlanHas', featureId });
    });
  }
});

describe('A question about what is lost between two plans', () => {
  const asked: [text: string, from: string, to: string][] = [
    ['What do I lose from E3 to Business Premium?', skus.microsoft365E3, skus.businessPremium],
    [
      'what do we lose if we go from Microsoft 365 E5 to Microsoft 365 E3',
      skus.microsoft365E5,
      skus.microsoft365E3,
    ],
    ['What is lost from Office 365 E3 to E1', skus.office365E3, skus.office365E1],
    [
      'Do I lose Teams when I move to E3 (no Teams) from E3?',
      skus.microsoft365E3,
      skus.microsoft365E3NoTeams,
    ],
    [
      'will my users lose anything from business standard to e3?',
      skus.businessStandard,
      skus.microsoft365E3,
    ],
    ['Vad förlorar jag från E3 till Business Premium?', skus.microsoft365E3, skus.businessPremium],
    [
      'vad försvinner om vi går till F3 från Business Basic',
      skus.businessBasic,
      skus.microsoft365F3,
    ],
    ['Vad tappar vi från Office 365 E5 till Office 365 E3?', skus.office365E5, skus.office365E3],
  ];
  for (const [text, from, to] of asked) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(understand(text), { kind: 'loses', from, to });
    });
  }

  it('is measured against the plan that is talked about when only the new one is named', () => {
    const text = 'what do I lose with Business Premium?';
    assert.deepEqual(understand(text, skus.microsoft365E3), {
      kind: 'loses',
      from: skus.microsoft365E3,
      to: skus.businessPremium,
    });
    assert.equal(understand(text), undefined);
    assert.equal(understand('what do I lose when I leave E3?', skus.businessPremium), undefined);
  });
});

describe('What the catalogue can not answer', () => {
  const other = [
    '',
    'upgrade to Business Premium',
    'Which plan should I choose?',
    'Will I lose my data?',
    'do I lose Teams?',
    'what do I lose if I wait',
    'Is Intune any good?',
    'Business Premium',
    '25, yearly',
    'compare E3 and E5',
    'Vilken plan passar oss?',
    'Förlorar vi några filer?',
  ];
  for (const text of other) {
    it(`is left to others: ${text || 'nothing'}`, () => {
      assert.equal(understand(text), undefined);
      assert.equal(understand(text, skus.businessStandard), undefined);
    });
  }
});
