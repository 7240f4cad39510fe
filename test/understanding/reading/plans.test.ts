import assert from 'node:assert/strict';
import { planIn } from '../../../understanding/reading/plans.ts';

const names = [
  'Office 365 E1',
  'Microsoft 365 Business Premium',
  'Office 365 E3',
  'Office 365 E5',
  'Microsoft 365 E3',
  'Microsoft 365 E5',
];
const items = names.map((name) => ({ choice: name, name }));
const offer = { items, inSight: items.slice(0, 5), source: 'Microsoft 365 Business Standard' };

const meant = (text: string): string | undefined => {
  const plan = planIn(text, offer);
  if (!plan) return undefined;
  if ('found' in plan) return plan.found.name;
  return 'none' in plan ? 'none' : plan.several.map(({ name }) => name).join();
};
const [e1, premium, officeE3, , e3, e5] = names;

const said: Record<string, [text: string, wanted: string | undefined][]> = {
  'is known by words that are written as one': [
    ['o365e3', officeE3],
    ['Office365E1', e1],
    ['m365e5', e5],
    ['bizpremium', premium],
  ],
  'is of the family that is told beside it, or not of the one that is ruled out': [
    ['E3, but the Microsoft one', e3],
    ['E3, not the Office one', e3],
    ['nä inte office, microsoft 365 e3', e3],
    ['Enterprise 5, alltså hela Microsoft 365-paketet', e5],
  ],
  'is not the one that was only thought of, nor an office of a town': [
    ['first I thought E1, but Premium will do', premium],
    ['neither E3 nor E5, just Premium', premium],
    ['my boss wants E5 but I want Premium', premium],
    ['E1 for the Munich office', e1],
    ['none of the office ones. E3 from the microsoft family', e3],
  ],
  'is none where it is no such plan, or only one is': [
    ['swap our Standard for Project Plan 3', 'none'],
    ['Teams Premium', 'none'],
    ['Premium, and Visio Plan 2', premium],
    ['the one with Business in its name', premium],
  ],
  'is the one that is told more plainly': [
    ['whatever comes after Business Premium, i.e. Office 365 E3', officeE3],
    ['E3, nej E5 microsoft 365', e5],
  ],
  'is counted from another one, or from an end of the list': [
    ['den precis under E1', premium],
    ['the one after Business Premium', officeE3],
    ['what we are after is E1', e1],
    ['vi är ute efter E1', e1],
    ['den näst billigaste', premium],
    ['the second cheapest', premium],
  ],
  'is at the place that is not ruled out': [
    ['not the first, the third', officeE3],
    ['inte ettan utan trean', officeE3],
    ['the second or the third', undefined],
  ],
  'is at the place that a number tells with nothing but small words around it': [
    ['2 please', premium],
    ['I take 3', officeE3],
    ['opt 2', premium],
    ['nr 2 tack', premium],
    ['vi tar tvåan', premium],
    ['30 please', undefined],
    ['9 please', undefined],
    ['2 licenses', undefined],
  ],
  'is known as it is spoken': [
    ['office three sixty five e three', officeE3],
    ['microsoft three six five e five', e5],
    ['office tre sex fem e tre', officeE3],
  ],
  'is not the one that it is compared with, or that is not needed': [
    ['E3 Office, cheaper than the M365 E5 that Jan wanted', officeE3],
    ['E1 sa jag ju, nån premium behövs inte', e1],
    ['nothing less than M365 E5', e5],
  ],
  'is not the one that nobody can afford or wants': [
    ['We can never afford E5 so it will have to be Premium', premium],
    ['vi har inte råd med e5, ta office 365 e3', officeE3],
    ['E5 är alldeles för dyrt så vi nöjer oss med premium', premium],
    ['neither of the E5s, Premium', premium],
    ['No E3 of any kind. Business Premium.', premium],
    ['skippa premium, microsoft 365 e5', e5],
    ['my colleague wants E1, I take premium', premium],
    ['swap premium for m365 e3', e3],
    ['byt premium mot m365 e3', e3],
  ],
  'is of the family that is said last': [
    ['Office 365 E3, no hang on, the Microsoft 365 one', e3],
    ['Microsoft 365 E3, nej vänta, Office-varianten', officeE3],
    ['not the E5 of Office, the E5 of Microsoft 365', e5],
  ],
  'has its place in the list, whatever follows': [
    ['No. 5 on the list, thank you', e3],
    ['second from the top', premium],
    ['2, month to month', premium],
    ['3 but with 30 people', officeE3],
    ['2:an fast utan bindning', premium],
    ['third option, 30 nos', officeE3],
  ],
  'is where the arrow points': [
    ['standard→premium', premium],
    ['E3 -> M365 E5', e5],
  ],
  'is not on offer where nobody sells it here': [
    ['Teams Essentials', 'none'],
    ['E4', 'none'],
    ['jag ser inte F1', 'none'],
  ],
};

describe('A plan', () => {
  for (const [kind, texts] of Object.entries(said)) {
    for (const [text, wanted] of texts) {
      it(`${kind}: "${text}"`, () => assert.equal(meant(text), wanted));
    }
  }
});
