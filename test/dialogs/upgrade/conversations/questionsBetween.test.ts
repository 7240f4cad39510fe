import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Questions in the middle', [
  {
    what: 'a question at each step, and each step waits',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['what happens to our mail?', '[answer]'],
      ['premium', '=plans', '[configure]'],
      ['will users be logged out?', '[answer]'],
      [
        '30 yearly',
        '=configure',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['how long does it take?', '[answer]'],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'a price is asked for before anything else',
    known: true,
    table: [
      ['what does Business Premium cost?', '[answer]'],
      [
        'ok, upgrade us to premium then, 30 seats, yearly',
        ...clear,
        'asked for',
        '30 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['let me think about it', 'Nothing is ordered'],
    ],
  },
  {
    what: 'a wish and a question in one line are both heard',
    known: true,
    table: [
      [
        '28 premium seats, paid monthly. Will we lose any data?',
        ...clear,
        'asked for',
        '28 licenses',
        '[review] Microsoft 365 Business Premium: 28, a year, paid monthly',
        '[answer]',
      ],
      [
        'great, order it',
        '=review',
        '[order] Microsoft 365 Business Premium: 28, a year, paid monthly',
      ],
      ['is it done yet?', '[status]'],
    ],
  },
  {
    what: 'money is asked about on the review, and the review waits',
    known: true,
    table: [
      [
        'biz prem 30 yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['do we get money back for the old plan?', '[answer]'],
      ['can we pay by invoice?', '[change-payment]'],
      [
        'back',
        '=review',
        '=change-payment',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      [
        'fine, order it',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'an answer leads to another plan',
    table: [
      ['upgrade to Office 365 E3', ...clear, 'asked for Office 365 E3', '[configure]'],
      ['does Office 365 E3 have Intune?', '[answer]'],
      ['which plans have Intune?', '[answer]'],
      [
        'then Business Premium, 25, yearly',
        '=configure',
        'Business Premium, 25 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      [
        'press order.place',
        '=review',
        '[order] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'vad som ingår, innan någon plan är vald',
    locale: 'sv-SE',
    known: true,
    table: [
      ['uppgradera', ...fritt, '[plans]'],
      ['vad ingår i premium?', '[answer]'],
      [
        'då tar vi premium, 30 st årsvis',
        '=plans',
        '30 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['ja tack', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'om det går att ångra, och vad man får tillbaka',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'premium 27 årsvis',
        ...fritt,
        'bad om',
        '27 licenser',
        '[review] Microsoft 365 Business Premium: 27, a year, paid yearly',
      ],
      ['kan vi ångra oss sen?', '[answer]'],
      ['får vi tillbaka pengar för det gamla?', '[answer]'],
      ['lägg ordern', '=review', '[order] Microsoft 365 Business Premium: 27, a year, paid yearly'],
      ['när är det klart?', '[status]'],
    ],
  },
  {
    what: 'en fråga bredvid svaret på steget',
    locale: 'sv-SE',
    table: [
      ['bp tack', ...fritt, 'bad om Microsoft 365 Business Premium', '[configure]'],
      ['30 st, och hur lång tid tar det?', '30 licenser. Hur vill ni betala', '[answer]'],
      ['årsvis', '=configure', '[review] Microsoft 365 Business Premium: 30, a year, paid yearly'],
      ['måste alla logga in igen?', '[answer]'],
      ['press order.abandon', '=review', 'Inget har beställts'],
    ],
  },
  {
    what: 'en fråga om filerna, innan något har börjat',
    locale: 'sv-SE',
    known: true,
    table: [
      ['vad händer med användarnas filer om vi byter plan?', '[answer]'],
      [
        'bra, uppgradera till m365 e3, 30 st, månadsvis',
        ...fritt,
        'bad om Microsoft 365 E3',
        '30 licenser',
        '[review] Microsoft 365 E3: 30, a year, paid monthly',
      ],
      ['vem kan se ordern?', '[answer]'],
      ['avbryt', '=review', 'Inget har beställts'],
    ],
  },
]);
