import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Everything is said at once', [
  {
    what: 'a yes after it orders once, however often it is said',
    known: true,
    table: [
      [
        'Hi, please move us from Business Standard to BP, 28 seats, billed yearly',
        ...clear,
        'asked for Microsoft 365 Business Premium',
        'Business Premium, 28 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 28, a year, paid yearly',
      ],
      [
        'looks good, go ahead',
        '=review',
        '[order] Microsoft 365 Business Premium: 28, a year, paid yearly',
      ],
      ['go ahead', 'nothing new was ordered', '[order]'],
      ['status', '[status]'],
    ],
  },
  {
    what: 'a short name of two plans is asked back, and the rest is kept',
    known: true,
    table: [
      ['E3 for all 25 of us, month to month', ...clear, 'Several plans fit', '[plans]'],
      [
        'the office one',
        '=plans',
        'Office 365 E3, 25 licenses, 1 month, paid monthly',
        '[review] Office 365 E3: 25, month to month',
      ],
      ['no thanks', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'a forwarded mail with a reference, a day and a budget in it',
    known: true,
    table: [
      [
        'From our CFO: Premium x 32, pay annually, PO 4500123, start 1 December, budget 85,000 kr',
        ...clear,
        'asked for Microsoft 365 Business Premium',
        '32 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 32, a year, paid yearly',
      ],
      ['how was this computed?', '32 × SEK 2,508.00', 'Credit', 'due today', 'rounded', 'comes by'],
      ['ok, send it', '=review', '[order] Microsoft 365 Business Premium: 32, a year, paid yearly'],
    ],
  },
  {
    what: 'words for a number, and a year that is paid by the month',
    known: true,
    table: [
      [
        'biz prem, thirty seats, one year commitment, pay monthly',
        ...clear,
        'asked for Microsoft 365 Business Premium',
        '30 licenses, 1 year, paid monthly',
        '[review] Microsoft 365 Business Premium: 30, a year, paid monthly',
      ],
      ['yes', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid monthly'],
      ['where is my order?', '[status]'],
    ],
  },
  {
    what: 'the plan comes last',
    known: true,
    table: [
      ['upgrade our plan, 26 licenses, paid yearly', ...clear, '[plans]'],
      [
        'premium',
        '=plans',
        'Business Premium, 26 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 26, a year, paid yearly',
      ],
      ['cancel', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'en hälsning och ett kort namn är inget hinder',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'Hej! Byt vår Standard till BP, 27 st, årsvis',
        ...fritt,
        'bad om Microsoft 365 Business Premium',
        '27 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 27, a year, paid yearly',
      ],
      ['kör på', '=review', '[order] Microsoft 365 Business Premium: 27, a year, paid yearly'],
      ['kör på', 'inget nytt har beställts', '[order]'],
    ],
  },
  {
    what: 'fyra ord räcker',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'prem 30 lic månadsvis',
        ...fritt,
        'bad om Microsoft 365 Business Premium',
        '30 licenser, 1 år, betalas varje månad',
        '[review] Microsoft 365 Business Premium: 30, a year, paid monthly',
      ],
      [
        'ser bra ut, beställ',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid monthly',
      ],
      ['hur går det?', '[status]'],
    ],
  },
  {
    what: 'ett PO-nummer är inget antal',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'Vi ska ha Office 365 E3 till trettiofem personer, betalas årsvis, PO 77812',
        ...fritt,
        'bad om Office 365 E3',
        'Office 365 E3, 35 licenser, 1 år, betalas varje år',
        '[review] Office 365 E3: 35, a year, paid yearly',
      ],
      ['vad kostar det?', '[answer]'],
      ['nej tack', '=review', 'Inget har beställts'],
    ],
  },
  {
    what: 'samma antal som i dag, utan bindning',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'uppgradera alla till m365 e3, månad för månad, samma antal som idag',
        ...fritt,
        'bad om Microsoft 365 E3',
        '25 licenser, 1 månad, betalas varje månad',
        '[review] Microsoft 365 E3: 25, month to month',
      ],
      [
        'nej, business premium i stället',
        '=review',
        'Business Premium, 25 licenser, 1 månad',
        '[review] Microsoft 365 Business Premium: 25, month to month',
      ],
      ['avbryt', '=review', 'Inget har beställts'],
    ],
  },
  {
    what: 'ett offertnummer, en dag och ett pris bredvid antalet',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'Enligt offert 2026-118 den 3 mars: 40 st Business Premium à 219 kr, årsvis',
        ...fritt,
        'bad om Microsoft 365 Business Premium',
        '40 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 40, a year, paid yearly',
      ],
      ['vänta, chefen vill se det först', 'Inget är beställt'],
      [
        'lägg ordern nu',
        '=review',
        '[order] Microsoft 365 Business Premium: 40, a year, paid yearly',
      ],
    ],
  },
]);
