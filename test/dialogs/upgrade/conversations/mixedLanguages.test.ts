import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Two languages in one conversation', [
  {
    what: 'Swedish words are understood, and the answers stay English',
    known: true,
    table: [
      [
        'upgrade till business premium, 30 st, årsvis',
        ...clear,
        'asked for',
        '30 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['kör på', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'the language changes twice on the way, and nothing is lost',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['svenska', '=plans', 'svarar jag på svenska', '[plans]'],
      ['premium, 30 licenser', '=plans', '[configure]', '30 licenser. Hur vill ni betala'],
      ['english please', '=configure', 'I answer in English', '[configure]'],
      ['yearly', '=configure', '[review] Microsoft 365 Business Premium: 30, a year, paid yearly'],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'engelska ord mitt i en svensk mening',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'vi vill uppgradera till premium, 28 seats, billed yearly',
        ...fritt,
        'bad om',
        '28 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 28, a year, paid yearly',
      ],
      ['not yet, min chef ska godkänna', 'Inget är beställt'],
      ['ok go ahead', '=review', '[order] Microsoft 365 Business Premium: 28, a year, paid yearly'],
    ],
  },
  {
    what: 'resten av samtalet på engelska',
    locale: 'sv-SE',
    known: true,
    table: [
      ['uppgradera', ...fritt, '[plans]'],
      ['premium please', '=plans', '[configure]'],
      [
        'thirty, paid monthly',
        '=configure',
        '[review] Microsoft 365 Business Premium: 30, a year, paid monthly',
      ],
      [
        'in english please',
        '=review',
        'I answer in English',
        '[review] Microsoft 365 Business Premium: 30, a year, paid monthly',
      ],
      ['go ahead', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid monthly'],
    ],
  },
  {
    what: 'ett svar på det andra språket på varje fråga',
    locale: 'sv-SE',
    known: true,
    table: [
      ['uppgradera till e5', ...fritt, 'Flera planer passar', '[plans]'],
      ['Office 365 E5 please', '=plans', '[configure]'],
      [
        'same number as today, yearly',
        '=configure',
        '[review] Office 365 E5: 25, a year, paid yearly',
      ],
      ['nej tack', '=review', 'Inget har beställts'],
    ],
  },
]);
