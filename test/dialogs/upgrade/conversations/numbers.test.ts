import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Numbers', [
  {
    what: 'in words, beside a reference, and then relative ones',
    known: true,
    table: [
      [
        'business premium, thirty-two seats, yearly, PO 4471',
        ...clear,
        'asked for',
        '32 licenses',
        '[review] Microsoft 365 Business Premium: 32, a year, paid yearly',
      ],
      [
        'five more',
        '=review',
        '37 licenses',
        '[review] Microsoft 365 Business Premium: 37, a year, paid yearly',
      ],
      [
        'minus two',
        '=review',
        '35 licenses',
        '[review] Microsoft 365 Business Premium: 35, a year, paid yearly',
      ],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 35, a year, paid yearly'],
    ],
  },
  {
    what: 'about as many is asked back, and a day is none',
    known: true,
    table: [
      ['upgrade to premium', ...clear, 'asked for', '[configure]'],
      ['about 30', 'could not tell for certain how many'],
      [
        'we will be 34 by 2027-01-15, so 34, yearly',
        '=configure',
        '[review] Microsoft 365 Business Premium: 34, a year, paid yearly',
      ],
      ['buy it', '=review', '[order] Microsoft 365 Business Premium: 34, a year, paid yearly'],
    ],
  },
  {
    what: 'a range is asked back, and the way to pay is not asked again',
    known: true,
    table: [
      [
        'premium, 27-30 seats, yearly',
        ...clear,
        'asked for',
        '[configure]',
        'could not tell for certain how many',
      ],
      ['28', '=configure', '[review] Microsoft 365 Business Premium: 28, a year, paid yearly'],
      ['28', 'Type “place order”'],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 28, a year, paid yearly'],
    ],
  },
  {
    what: 'a dozen more than today',
    known: true,
    table: [
      [
        'O365 E3 for a dozen more than today, monthly',
        ...clear,
        'asked for Office 365 E3',
        '37 licenses',
        '[review] Office 365 E3: 37, a year, paid monthly',
      ],
      [
        'same number as today',
        '=review',
        '25 licenses',
        '[review] Office 365 E3: 25, a year, paid monthly',
      ],
      ['confirmed', '=review', '[order] Office 365 E3: 25, a year, paid monthly'],
    ],
  },
  {
    what: 'twice as many, and then fewer',
    known: true,
    table: [
      [
        'upgrade to business premium, double the licenses, yearly',
        ...clear,
        'asked for',
        '50 licenses',
        '[review] Microsoft 365 Business Premium: 50, a year, paid yearly',
      ],
      [
        'not 50, 30',
        '=review',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['never mind', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'i ord, före en viss dag, och två till',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'premium, tjugosju st, årsvis, före 15 december',
        ...fritt,
        'bad om',
        '27 licenser',
        '[review] Microsoft 365 Business Premium: 27, a year, paid yearly',
      ],
      [
        'två till',
        '=review',
        '29 licenser',
        '[review] Microsoft 365 Business Premium: 29, a year, paid yearly',
      ],
      ['lägg order', '=review', '[order] Microsoft 365 Business Premium: 29, a year, paid yearly'],
    ],
  },
  {
    what: 'från och till frågas om, och betalningen frågas inte igen',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'premium till 30-35 personer, årsvis',
        ...fritt,
        'bad om',
        '[configure]',
        'inte säkert se hur många',
      ],
      ['33', '=configure', '[review] Microsoft 365 Business Premium: 33, a year, paid yearly'],
      ['jag återkommer imorgon', 'Inget är beställt'],
      ['nu kör vi', '=review', '[order] Microsoft 365 Business Premium: 33, a year, paid yearly'],
    ],
  },
  {
    what: 'ett par fler frågas om, tre till räknas ut',
    locale: 'sv-SE',
    table: [
      ['premium', ...fritt, 'bad om', '[configure]'],
      ['ett par fler', 'inte säkert se hur många'],
      ['3 till', '28 licenser. Hur vill ni betala'],
      ['årsvis', '=configure', '[review] Microsoft 365 Business Premium: 28, a year, paid yearly'],
      ['beställ', '=review', '[order] Microsoft 365 Business Premium: 28, a year, paid yearly'],
    ],
  },
  {
    what: 'några av användarna går inte, alla går',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'uppgradera 10 av våra 25 till premium, årsvis',
        ...fritt,
        'bad om',
        '[configure]',
        'inte säkert se hur många',
      ],
      [
        'ok, alla 25',
        '=configure',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      ['avbryt', '=review', 'Inget har beställts'],
    ],
  },
  {
    what: 'högst 300, och inte en till',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'bp 300 st årsvis',
        ...fritt,
        'bad om',
        '300 licenser',
        '[review] Microsoft 365 Business Premium: 300, a year, paid yearly',
      ],
      ['1 till', '=review', '[configure]', 'högst 300 licenser'],
      ['300 då', '=configure', '[review] Microsoft 365 Business Premium: 300, a year, paid yearly'],
      [
        'ja, beställ',
        '=review',
        '[order] Microsoft 365 Business Premium: 300, a year, paid yearly',
      ],
    ],
  },
]);
