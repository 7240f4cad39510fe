import assert from 'node:assert/strict';
import { termsIn } from '../../../understanding/reading/terms.ts';

const way = (text: string): string | undefined => {
  const terms = termsIn(text);
  return typeof terms === 'object' ? `${terms.term}+${terms.billing}` : terms;
};

/** What is denied beside what is said, by kind. */
const said: Record<string, [text: string, way: string | undefined][]> = {
  'is not meant where it is denied, however far the negation stands': [
    ["just don't make it yearly", 'unclear'],
    ['monthly, we hate being billed annually', 'P1Y+monthly'],
    ['årsvis så slipper vi en faktura i månaden', 'P1Y+annual'],
    ['hellre månadsvis än årsvis', 'P1Y+monthly'],
    ['yearly is not an option, monthly please', 'P1Y+monthly'],
    ['not yearly or monthly', 'unclear'],
  ],
  'is not meant in what other languages and dialects deny': [
    ['ikke årlig', 'unclear'],
    ['on no account yearly', 'unclear'],
    ['men int så att hela året ska betalas på en gång', 'unclear'],
    ['årsvis betalning inte är aktuell', 'unclear'],
    ['mån f mån, utn bindn', 'P1M+monthly'],
  ],
  'is unclear where each month is paid so that one may leave': [
    ['paid each month, so that we can vamoose whenever', 'unclear'],
  ],
  'is none in a word that looks like a slip of one': [
    ['Premium for 30, mostly for sales', undefined],
  ],
  'is of three years, however they are put together': [
    ['3-årsdeal, allt upfront', 'P3Y+triennial'],
  ],
  'is none where somebody is bound to something else': [
    ["Premium 30, don't want to be stuck on Standard", undefined],
    ["Premium 30, not tied to Tom's old plan", undefined],
    ['premium 30, vill inte sitta fast i standard', undefined],
    ['hinner inte lasa, ta bara e1 o samma antal som idag', undefined],
    ['not tied to a year', 'P1M+monthly'],
  ],
  'is none where something is to be done at once, and nothing is said of paying': [
    ['Premium for 30 all at once', undefined],
    ['pay it all at once', 'P1Y+annual'],
    ['Premium, all on one invoice', 'P1Y+annual'],
  ],
  'is none where something else happens each year': [
    ['Premium for 30, we grow every year', undefined],
    ['Premium till 30, vi växer varje år', undefined],
  ],
  'is none where a year is only named': [
    ['Business premium, år 2027 blir vi fler men nu 26', undefined],
    ['since year 2019 we have Standard', undefined],
  ],
  'is known from a setting': [['qty=45 billing=monthly', 'P1Y+monthly']],
  'is known without its rings, where other words of the text have theirs': [
    ['lika många som idag, manad for manad', 'P1M+monthly'],
    ['på vår faktura: manadsvis', 'P1Y+monthly'],
    ['åtta fler, arsvis', 'P1Y+annual'],
  ],
  'is meant where the negation denies something else': [
    ['why not yearly', 'P1Y+annual'],
    ['no, yearly', 'P1Y+annual'],
    ['yearly no monthly', 'P1Y+monthly'],
    ['a month at a time, no annual', 'unclear'],
    ['not more than 30, yearly', 'P1Y+annual'],
  ],
  'is month to month where a commitment is refused': [
    ['no year contract please, only month for month', 'P1M+monthly'],
    ['no annual commitment', 'P1M+monthly'],
    ['vi vill inte binda oss', 'P1M+monthly'],
    ['säga upp när som helst', 'P1M+monthly'],
    ['utan bindningsperiod', 'P1M+monthly'],
    ['en månads uppsägning', 'P1M+monthly'],
    ['vi vill kunna lämna när vi vill', 'P1M+monthly'],
    ['slippa va uppbundna', 'P1M+monthly'],
    ['3 månaders uppsägning', 'unclear'],
  ],
  'is paid each month where it is split into parts': [
    ['delat på tolv', 'P1Y+monthly'],
    ['12 fakturor om året', 'P1Y+monthly'],
    ['en enda faktura om året', 'P1Y+annual'],
    ['tre års avtal som betalas årligen', 'P3Y+annual'],
  ],
  'is none where it is a price or a point in time': [
    ['budget 6000 kr i månaden', undefined],
    ['$12 per month', undefined],
    ['we move in a month', undefined],
    ['om ett år är vi fler', undefined],
  ],
  'is none where it tells how it is paid today': [
    ['we pay yearly today', undefined],
    ['vi betalar årsvis idag men vill ha månadsvis', 'P1Y+monthly'],
  ],
  'is month to month where one wants to be free, in whatever words': [
    ['we do not want to be stuck for a year', 'P1M+monthly'],
    ['free to leave each month', 'P1M+monthly'],
    ["we'd like to be able to stop any month", 'P1M+monthly'],
    ['cancelable at any time', 'P1M+monthly'],
    ["can't commit to a year", 'P1M+monthly'],
    ['no minimum term', 'P1M+monthly'],
    ['rather not be tied down', 'P1M+monthly'],
    ["we don't want the 1 year commitment", 'P1M+monthly'],
    ['not sure about the commitment', undefined],
    ["we don't mind the commitment, yearly", 'P1Y+annual'],
    ['no three year contract, one year', 'P1Y+annual'],
    ['stop paying monthly, yearly please', 'P1Y+annual'],
  ],
  'is known with a slip, and written in one': [
    ['month to moth', 'P1M+monthly'],
    ['monthtomonth', 'P1M+monthly'],
    ['bp 33 m-t-m', 'P1M+monthly'],
    ['30 p.a.', 'P1Y+annual'],
    ['30/yr', 'P1Y+annual'],
  ],
  'is for as long as is told': [
    ['50 licences over three years, invoiced annually', 'P3Y+annual'],
    ['24 month term', 'unclear'],
    ['two years please', 'unclear'],
    ['monthly over one year', 'P1Y+monthly'],
    ['yearly over monthly', 'P1Y+annual'],
  ],
  'is asked where it depends on something, and is not where that is only politeness': [
    ['yearly unless monthly is cheaper', 'unclear'],
    ["yearly if that's cheaper", 'unclear'],
    ['yearly if possible', 'P1Y+annual'],
  ],
  'is none where something else is yearly': [
    ['annual report attached', undefined],
    ['billed in euros annually', 'P1Y+annual'],
  ],
  'is that of today where it is to stay': [
    ['same billing as now', 'same'],
    ['keep paying like we do today', 'same'],
    ['samma betalning som idag', 'same'],
  ],
  'is paid once where all is paid upfront': [
    ['pay it all upfront', 'P1Y+annual'],
    ['three years upfront', 'P3Y+triennial'],
    ['three year contract with monthly bill', 'P3Y+monthly'],
    ['two year contract, monthly', 'unclear'],
    ['premium for three people', undefined],
    ['allt på en gång', 'P1Y+annual'],
  ],
  'is asked where all but one will do, or nobody sells it': [
    ['anything but yearly', 'unclear'],
    ['2 years', 'unclear'],
    ['quarterly', 'unclear'],
    ['faktura kvartalsvis', 'unclear'],
    ['twice a year', 'unclear'],
    ['varannan månad', 'unclear'],
    ['half-yearly', 'unclear'],
    ['not quarterly, yearly', 'P1Y+annual'],
  ],
  'is put together of how long and how often': [
    ['three annual invoices', 'P3Y+annual'],
    ['36 months, annual billing', 'P3Y+annual'],
    ['treårsavtal med årsfaktura', 'P3Y+annual'],
    ['36 monthly payments', 'P3Y+monthly'],
    ['längsta bindningstiden men betala per månad', 'P3Y+monthly'],
    ['per månad i tre år', 'P3Y+monthly'],
    ['årsbindning går bra men vi betalar hellre varje månad', 'P1Y+monthly'],
    ['commit a year, but not all the money at once', 'P1Y+monthly'],
    ['inte hela året på en gång, månadsvis', 'P1Y+monthly'],
  ],
  'is not the one that is put aside for another': [
    ['we want 3 years, no monthly invoices, just an annual one', 'P3Y+annual'],
    ['3 år bindning, årlig betalning istället för månadsvis', 'P3Y+annual'],
    ['instead of monthly invoices just one a year', 'P1Y+annual'],
    ['annual, no instalments', 'P1Y+annual'],
    ['three years, no, yearly', 'unclear'],
  ],
  'is asked where it is left open, or long bonds only are refused': [
    ['a year or three years?', 'unclear'],
    ['maybe annual, maybe monthly', 'unclear'],
    ['månad eller år, du bestämmer', 'unclear'],
    ["I'm torn between paying now and paying monthly", 'unclear'],
    ["don't lock us in for three years", 'unclear'],
    ['vi vill inte binda oss i tre år', 'unclear'],
    ['tre år? aldrig', 'unclear'],
    ['Månadsbetalning är uteslutet för oss', 'unclear'],
    ['not upfront', 'unclear'],
  ],
  'is asked where two are said that exclude each other': [
    ['yearly, month to month', 'unclear'],
    ['treårsavtal utan bindning', 'unclear'],
    ['monthly or yearly', 'unclear'],
  ],
};

describe('A way to pay', () => {
  for (const text of [
    'tvåårsavtal',
    'monthly for the first year, then yearly',
    'månadsvis första året, sen årsvis',
    '24 months, paid monthly',
    '24 månader betalt månadsvis',
    'half now and half later',
  ]) {
    it(`is asked where nobody sells it so: "${text}"`, () =>
      assert.equal(termsIn(text), 'unclear'));
  }
  for (const text of [
    'premium 30, löpande årsvis utan bindning',
    'premium 30, månadsvis, förutom att vi inte vill betala månadsvis',
    'premium 30, årsavtal men fri att gå varje månad',
    'premium 30, ett år, betalning i två delar',
    'premium 30, det billigaste av årsvis och månadsvis',
    'premium 34, fast anställda årsvis och vikarier månadsvis',
    'premium 34, årsvis, sägs upp efter sex månader',
    'premium 34, till och med juni, månadsvis',
    'premium 34, som ni vet hatar vi årsvis',
  ]) {
    it(`is asked about where it contradicts itself or is not sold: "${text}"`, () =>
      assert.equal(termsIn(text), 'unclear'));
  }
  for (const [text, term] of [
    ['premium per månad utan årsavtal', 'P1M'],
    ['inte månadsvis utan årsavtal', 'P1Y'],
    ['premium, 1 mån i taget', 'P1M'],
  ]) {
    it(`is as long as it says: "${text}"`, () => {
      const terms = termsIn(text ?? '');
      assert.equal(typeof terms === 'object' && terms.term, term);
    });
  }
  it('is the year that is wanted rather than three', () =>
    assert.deepEqual(termsIn('premium 30, inte tre år utan ett, betalt i en klump'), {
      term: 'P1Y',
      billing: 'annual',
    }));
  it('binds nobody who wants no duty of a year', () =>
    assert.deepEqual(termsIn('premium utan krav på ett helt år'), {
      term: 'P1M',
      billing: 'monthly',
    }));
  for (const text of ['yearly, invoiced in 12 parts', 'årsvis, fakturerat i 12 delar']) {
    it(`is each month where the year is paid in parts: "${text}"`, () =>
      assert.deepEqual(termsIn(text), { term: 'P1Y', billing: 'monthly' }));
  }
});

describe('A way to pay', () => {
  for (const [kind, texts] of Object.entries(said)) {
    for (const [text, wanted] of texts) {
      it(`${kind}: "${text}"`, () => assert.equal(way(text), wanted));
    }
  }
});
