import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, startTalk } from '../../support/teams/transcript.ts';

type Language = 'en-US' | 'sv-SE';
type Said = Record<Language, string>;

const upgrade: Said = { 'en-US': 'upgrade', 'sv-SE': 'uppgradera' };
const asNow: Said = { 'en-US': 'next', 'sv-SE': 'nästa' };
const monthByMonth: Said = { 'en-US': 'month to month', 'sv-SE': 'månad för månad' };
const acceptTheLoss: Said = { 'en-US': 'I accept', 'sv-SE': 'jag godtar' };

const standard = 'Microsoft 365 Business Standard';
const premium = 'Microsoft 365 Business Premium';
const creditFor: Said = {
  'en-US': `Credit for unused time of ${standard}`,
  'sv-SE': `Tillgodo för outnyttjad tid med ${standard}`,
};

interface Example {
  name: string;
  scenario: string;
  /** Moves the time from the scenario's first day on. */
  time?: string;
  /** How it is bought. */
  buys: Said;
  /** Lines that follow each other on the forfeit card; the loss is then agreed to. */
  forfeit?: Record<Language, string[][]>;
  /** Lines that follow each other on the review. */
  review: Record<Language, string[][]>;
}

const examples: Example[] = [
  {
    name: 'a postpaid month that is left after seven days (R97)',
    scenario: 'example-postpaid',
    buys: asNow,
    review: {
      'en-US': [
        ['Due today', '€0.00', 'After that, per month', '€1,929.00'],
        ['Office 365 E1', '300 licenses at €6.43 · 23 days of 30', '€1,478.90'],
        [creditFor['en-US'], '300 licenses at €10.08 · 23 days of 30', '-€2,318.40'],
        ['Due today', '€0.00', 'Credit on your next invoice', '€839.50'],
      ],
      'sv-SE': [
        ['Att betala i dag', '0,00 €', 'Därefter, per månad', '1 929,00 €'],
        ['Office 365 E1', '300 licenser à 6,43 € · 23 dagar av 30', '1 478,90 €'],
        [creditFor['sv-SE'], '300 licenser à 10,08 € · 23 dagar av 30', '−2 318,40 €'],
        ['Att betala i dag', '0,00 €', 'Tillgodo på nästa faktura', '839,50 €'],
      ],
    },
  },
  {
    name: '265 prepaid days against a year of a dearer plan (R98, first)',
    scenario: 'example-prepaid',
    buys: asNow,
    review: {
      'en-US': [
        ['Due today', '$1,550.96', 'After that, per year', '$2,640.00'],
        [premium, '10 licenses at $264.00', '$2,640.00'],
        [creditFor['en-US'], '10 licenses at $150.00 · 265 days of 365', '-$1,089.04'],
        ['Due today', '$1,550.96', 'Today counts as a day of the new plan.'],
      ],
      'sv-SE': [
        ['Att betala i dag', '1 550,96 US$', 'Därefter, per år', '2 640,00 US$'],
        [premium, '10 licenser à 264,00 US$', '2 640,00 US$'],
        [creditFor['sv-SE'], '10 licenser à 150,00 US$ · 265 dagar av 365', '−1 089,04 US$'],
        ['Att betala i dag', '1 550,96 US$', 'I dag räknas som en dag med den nya planen.'],
      ],
    },
  },
  {
    name: '265 prepaid days against a month of a dearer plan (R98, second)',
    scenario: 'example-prepaid',
    buys: monthByMonth,
    forfeit: {
      'en-US': [
        ['$825.04 would be lost today'],
        ['Left of what you paid', '$1,089.04', 'First charge of the new plan', '$264.00'],
        ['Credited: $264.00', 'Lost: $825.04', '265 of 365 paid days are left', 'Used: 100 days'],
        ['Lost if you upgrade today: 201 days', 'From October 29, 2027 nothing is lost: 64 days'],
      ],
      'sv-SE': [
        ['825,04 US$ skulle gå förlorat i dag'],
        [
          'Kvar av det ni betalat',
          '1 089,04 US$',
          'Första debiteringen för den nya planen',
          '264,00 US$',
        ],
        ['Räknas av: 264,00 US$', 'Går förlorat: 825,04 US$', '265 av 365 betalda dagar återstår'],
      ],
    },
    review: {
      'en-US': [
        ['Due today', '$0.00', 'After that, per month', '$264.00'],
        ['You would lose $825.04 that you have already paid'],
        [premium, '10 licenses at $26.40', '$264.00'],
        [creditFor['en-US'], '10 licenses at $150.00 · 265 days of 365', '-$264.00'],
      ],
      'sv-SE': [
        ['Att betala i dag', '0,00 US$', 'Därefter, per månad', '264,00 US$'],
        ['Ni skulle förlora 825,04 US$ som redan är betalda'],
        [premium, '10 licenser à 26,40 US$', '264,00 US$'],
        [creditFor['sv-SE'], '10 licenser à 150,00 US$ · 265 dagar av 365', '−264,00 US$'],
      ],
    },
  },
  {
    name: 'a year that was just paid, against a year of a cheaper plan (R98, third)',
    scenario: 'example-forfeit',
    buys: asNow,
    forfeit: {
      'en-US': [
        ['$300.00 would be lost today'],
        ['Left of what you paid', '$1,500.00', 'First charge of the new plan', '$1,200.00'],
        ['Credited: $1,200.00', 'Lost: $300.00', '365 of 365 paid days are left'],
        ['Lost if you upgrade today: 73 days'],
      ],
      'sv-SE': [
        ['300,00 US$ skulle gå förlorat i dag'],
        [
          'Kvar av det ni betalat',
          '1 500,00 US$',
          'Första debiteringen för den nya planen',
          '1 200,00 US$',
        ],
        ['Räknas av: 1 200,00 US$', 'Går förlorat: 300,00 US$'],
      ],
    },
    review: {
      'en-US': [
        ['Due today', '$0.00', 'After that, per year', '$1,200.00'],
        ['You would lose $300.00 that you have already paid'],
        [creditFor['en-US'], '10 licenses at $150.00 · 365 days of 365', '-$1,200.00'],
      ],
      'sv-SE': [
        ['Att betala i dag', '0,00 US$', 'Därefter, per år', '1 200,00 US$'],
        ['Ni skulle förlora 300,00 US$ som redan är betalda'],
        [creditFor['sv-SE'], '10 licenser à 150,00 US$ · 365 dagar av 365', '−1 200,00 US$'],
      ],
    },
  },
  {
    name: 'the same on the last day on which something is lost (R98, boundary)',
    scenario: 'example-forfeit',
    time: 'time +72d',
    buys: asNow,
    forfeit: {
      'en-US': [
        ['Left of what you paid', '$1,204.11'],
        ['Credited: $1,200.00', 'Lost: $4.11'],
      ],
      'sv-SE': [
        ['Kvar av det ni betalat', '1 204,11 US$'],
        ['Räknas av: 1 200,00 US$', 'Går förlorat: 4,11 US$'],
      ],
    },
    review: {
      'en-US': [['You would lose $4.11 that you have already paid']],
      'sv-SE': [['Ni skulle förlora 4,11 US$ som redan är betalda']],
    },
  },
  {
    name: 'the same on the first day on which nothing is lost (R98, boundary)',
    scenario: 'example-forfeit',
    time: 'time +73d',
    buys: asNow,
    review: {
      'en-US': [
        ['Due today', '$0.00', 'After that, per year', '$1,200.00'],
        ['Office 365 E1', '10 licenses at $120.00', '$1,200.00'],
        [creditFor['en-US'], '10 licenses at $150.00 · 292 days of 365', '-$1,200.00'],
      ],
      'sv-SE': [
        ['Att betala i dag', '0,00 US$', 'Därefter, per år', '1 200,00 US$'],
        ['Office 365 E1', '10 licenser à 120,00 US$', '1 200,00 US$'],
        [creditFor['sv-SE'], '10 licenser à 150,00 US$ · 292 dagar av 365', '−1 200,00 US$'],
      ],
    },
  },
];

/** The lines follow each other on the card; the last one may go on. */
function shows(card: string, lines: string[]): void {
  assert.ok(`\n${card}`.includes(`\n${lines.join('\n')}`), `${lines.join(' / ')}\n  in\n${card}`);
}

describe('The worked examples in the conversation', () => {
  for (const { name, scenario, time, buys, forfeit, review } of examples) {
    for (const locale of ['en-US', 'sv-SE'] as const) {
      it(`${name}: to the cent on the card, in ${locale}`, async () => {
        const talk = await startTalk({ locale });
        const card = (id: string): string => textOf(talk.teams.lastCard(id));
        const timeMoves: Exchange[] = time ? [[time, '']] : [];
        try {
          await talk.play([
            [`scenario ${scenario}`, scenario],
            ...timeMoves,
            [upgrade[locale], '', '', '', '[configure]'],
            [buys[locale], '=configure', forfeit ? '[forfeit]' : '[review]'],
          ]);
          for (const lines of forfeit?.[locale] ?? []) shows(card('forfeit'), lines);
          if (forfeit) await talk.play([[acceptTheLoss[locale], '=forfeit', '[review]']]);
          for (const lines of review[locale]) shows(card('review'), lines);
          if (!forfeit) assert.doesNotMatch(card('review'), /You would lose|Ni skulle förlora/);
        } finally {
          await talk.end();
        }
      });
    }
  }
});
