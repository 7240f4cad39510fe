import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Not yet', [
  {
    what: 'the boss must see it first, and changes it',
    known: true,
    table: [
      [
        'biz prem 30 yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['not yet, my boss must see it first', 'Nothing is ordered'],
      [
        'she wants 32',
        '=review',
        '32 licenses',
        '[review] Microsoft 365 Business Premium: 32, a year, paid yearly',
      ],
      [
        'ok, place it',
        '=review',
        '[order] Microsoft 365 Business Premium: 32, a year, paid yearly',
      ],
      ['ok, place it', 'nothing new was ordered', '[order]'],
      ['status', '[status]'],
    ],
  },
  {
    what: 'praise with a but orders nothing, twice, and it is stopped',
    known: true,
    table: [
      [
        'premium for 26, month to month',
        ...clear,
        'asked for',
        '26 licenses',
        '[review] Microsoft 365 Business Premium: 26, month to month',
      ],
      ["looks good but don't order today", 'Nothing is ordered'],
      ["looks good but don't order today", 'Nothing is ordered'],
      ['cancel', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'it is kept for tomorrow, and worked out anew when it has run out',
    known: true,
    table: [
      [
        'business premium, 30, yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ["I'll order it tomorrow", 'Nothing is ordered'],
      ['time +45m', 'it is now'],
      [
        'place order',
        '=review',
        'Nothing was ordered yet',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'a wait at each step',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['hold on, I have to ask my colleague which one', 'nothing is ordered'],
      ['premium', '=plans', '[configure]'],
      ['one moment', 'nothing is ordered'],
      [
        '25, yearly',
        '=configure',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      ['finance needs to approve this', 'Nothing is ordered'],
    ],
  },
  {
    what: 'ekonomichefen ska godkänna, och vill veta hur det är räknat',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'premium 30 årsvis',
        ...fritt,
        'bad om',
        '30 licenser',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['inte än, ekonomichefen ska godkänna', 'Inget är beställt'],
      [
        'hur är det räknat?',
        '30 × 2 508,00 kr',
        'Tillgodo',
        'betala i dag',
        'avrundas',
        'kommer senast',
      ],
      ['status', '[status]'],
      [
        'godkänt, kör',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'ett villkor är inget ja',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'Office 365 E3, 30 st, månadsvis',
        ...fritt,
        'bad om',
        '30 licenser',
        '[review] Office 365 E3: 30, a year, paid monthly',
      ],
      ['om chefen säger ja så beställer vi', 'Inget är beställt'],
      ['ska jag beställa nu eller vänta?', '[answer]'],
      ['nej tack', '=review', 'Inget har beställts'],
    ],
  },
  {
    what: 'beställ inte, och sedan beställ',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'premium åt alla 25, årsvis',
        ...fritt,
        'bad om',
        '25 licenser',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      ['beställ inte än', 'Inget är beställt'],
      ['beställ', '=review', '[order] Microsoft 365 Business Premium: 25, a year, paid yearly'],
      ['beställ', 'inget nytt har beställts', '[order]'],
    ],
  },
]);
