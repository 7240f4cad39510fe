import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Only a clear yes on the review orders, once', [
  {
    what: 'a button that is pressed again shows the same order',
    known: true,
    table: [
      [
        'biz prem 30 yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      [
        'press order.place',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['press first order.place'],
      ['status', '[status]'],
      ['thanks', 'All right'],
    ],
  },
  {
    what: 'a yes before the review is no order',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['yes', 'Please choose a plan'],
      ['business premium', '=plans', '[configure]'],
      ['place order', 'how many licenses and how to pay'],
      ['next', '=configure', '[review] Microsoft 365 Business Premium: 25, a year, paid monthly'],
      [
        'yes, go ahead',
        '=review',
        '[order] Microsoft 365 Business Premium: 25, a year, paid monthly',
      ],
      ['yes, go ahead', 'nothing new was ordered', '[order]'],
    ],
  },
  {
    what: 'the word order in the first line only leads to the review',
    known: true,
    table: [
      [
        'order Business Premium, 30 licenses, yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['what happens when I place the order?', '[answer]'],
      ['place the order?', 'Nothing is ordered'],
      ['yes', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'another upgrade while one is under way orders nothing new',
    known: true,
    table: [
      [
        'premium 30 yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['go for it', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
      ['make it 35', 'one subscription', '[diagnosis]'],
      ['go for it', 'Press “Check again”'],
    ],
  },
  {
    what: 'the order is taken back while its credit is checked',
    known: true,
    table: [
      ['scenario credit-check', 'credit-check'],
      [
        'business premium, 130, yearly',
        ...clear,
        'asked for',
        '130 licenses',
        '[review] Microsoft 365 Business Premium: 130, a year, paid yearly',
      ],
      [
        'place order',
        '=review',
        '[order] Microsoft 365 Business Premium: 130, a year, paid yearly',
      ],
      ['wait [notice]', '[notice]'],
      ['cancel my order', 'ask the sales service', '[order]'],
    ],
  },
  {
    what: 'ordet beställ i första raden är ingen beställning',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'beställ business premium till alla, årsvis',
        ...fritt,
        'bad om',
        '25 licenser',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      ['ja', '=review', '[order] Microsoft 365 Business Premium: 25, a year, paid yearly'],
      ['ja', 'inget nytt har beställts', '[order]'],
    ],
  },
  {
    what: 'Beställ inte på ett gammalt kort stoppar ingen order',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'bp, 26 licenser, månad för månad',
        ...fritt,
        'bad om',
        '26 licenser',
        '[review] Microsoft 365 Business Premium: 26, month to month',
      ],
      [
        'press order.place',
        '=review',
        '[order] Microsoft 365 Business Premium: 26, month to month',
      ],
      ['press first order.abandon', '[order]'],
      ['status', '[status]'],
    ],
  },
  {
    what: 'adressen rättas innan någon säger ja',
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
      ['ändra adress', '[change-soldto]'],
      [
        'Gatan 1; 111 22; Stockholm',
        '=review',
        '=change-soldto',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      [
        'skicka ordern',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['avbryt', 'inget att avbryta'],
    ],
  },
]);
