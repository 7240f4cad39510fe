import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Changes of mind', [
  {
    what: 'one thing after the other is changed on the review',
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
        'actually 35',
        '=review',
        '35 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 35, a year, paid yearly',
      ],
      [
        'no, Office 365 E3',
        '=review',
        'Office 365 E3, 35 licenses',
        '[review] Office 365 E3: 35, a year, paid yearly',
      ],
      [
        'monthly instead',
        '=review',
        '35 licenses, 1 year, paid monthly',
        '[review] Office 365 E3: 35, a year, paid monthly',
      ],
      ['place the order', '=review', '[order] Office 365 E3: 35, a year, paid monthly'],
    ],
  },
  {
    what: 'a number is taken back before it counts',
    known: true,
    table: [
      ['upgrade to premium', ...clear, 'asked for', '[configure]'],
      ['30... no wait, 32', '32 licenses. How do you want to pay'],
      ['yearly', '=configure', '[review] Microsoft 365 Business Premium: 32, a year, paid yearly'],
      ['scrap it', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'another plan by a short name is asked back, and nothing else is lost',
    known: true,
    table: [
      [
        'M365 E3, 40 licenses, yearly',
        ...clear,
        'asked for Microsoft 365 E3',
        '40 licenses',
        '[review] Microsoft 365 E3: 40, a year, paid yearly',
      ],
      ['E5 instead', 'Several plans fit: Office 365 E5, Microsoft 365 E5'],
      [
        'the microsoft 365 one',
        '=review',
        'Microsoft 365 E5, 40 licenses',
        '[review] Microsoft 365 E5: 40, a year, paid yearly',
      ],
      ['5 fewer', '=review', '35 licenses', '[review] Microsoft 365 E5: 35, a year, paid yearly'],
      ['place order', '=review', '[order] Microsoft 365 E5: 35, a year, paid yearly'],
    ],
  },
  {
    what: 'the message is edited, and the review with it',
    known: true,
    table: [
      [
        'business premium 30 yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      [
        'edit business premium 33 yearly',
        '=review',
        'Business Premium, 33 licenses',
        '[review] Microsoft 365 Business Premium: 33, a year, paid yearly',
      ],
      ['yes please', '=review', '[order] Microsoft 365 Business Premium: 33, a year, paid yearly'],
    ],
  },
  {
    what: 'the form is opened, answered, and the step before is asked for',
    known: true,
    table: [
      [
        'premium, 30, yearly',
        ...clear,
        'asked for',
        '30 licenses',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['change licenses', '[change-items]'],
      [
        '31, monthly',
        '=review',
        '=change-items',
        '[review] Microsoft 365 Business Premium: 31, a year, paid monthly',
      ],
      ['back', '=review', '[configure]'],
      [
        'yearly after all',
        '=configure',
        '[review] Microsoft 365 Business Premium: 31, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'antalet ändras, sedan betalningen',
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
      [
        'nej förresten, 28',
        '=review',
        '28 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 28, a year, paid yearly',
      ],
      [
        'månadsvis blir bättre',
        '=review',
        '28 licenser, 1 år, betalas varje månad',
        '[review] Microsoft 365 Business Premium: 28, a year, paid monthly',
      ],
      [
        'ok lägg ordern',
        '=review',
        '[order] Microsoft 365 Business Premium: 28, a year, paid monthly',
      ],
    ],
  },
  {
    what: 'en plan som inte var tydlig byts mot en annan',
    locale: 'sv-SE',
    table: [
      ['uppgradera till e3', ...fritt, 'Flera planer passar', '[plans]'],
      ['nej, premium i stället', '=plans', '[configure]'],
      ['30 st', '30 licenser. Hur vill ni betala'],
      [
        'eller nej, 26 och årsvis',
        '=configure',
        '[review] Microsoft 365 Business Premium: 26, a year, paid yearly',
      ],
      ['ja', '=review', '[order] Microsoft 365 Business Premium: 26, a year, paid yearly'],
    ],
  },
  {
    what: 'antalet dubblas och tas tillbaka',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'business premium, 40 licenser, månadsvis',
        ...fritt,
        'bad om',
        '40 licenser',
        '[review] Microsoft 365 Business Premium: 40, a year, paid monthly',
      ],
      [
        'dubbla antalet',
        '=review',
        '80 licenser',
        '[review] Microsoft 365 Business Premium: 80, a year, paid monthly',
      ],
      [
        'nej, 40 räcker',
        '=review',
        '40 licenser',
        '[review] Microsoft 365 Business Premium: 40, a year, paid monthly',
      ],
      ['lägg order', '=review', '[order] Microsoft 365 Business Premium: 40, a year, paid monthly'],
    ],
  },
  {
    what: 'ett steg tillbaka, och det som var sagt finns kvar',
    locale: 'sv-SE',
    known: true,
    table: [
      [
        'Office 365 E3 30 årsvis',
        ...fritt,
        'bad om',
        '30 licenser',
        '[review] Office 365 E3: 30, a year, paid yearly',
      ],
      ['tillbaka', '=review', '[configure]'],
      ['35', '=configure', '[review] Office 365 E3: 35, a year, paid yearly'],
      [
        'månad för månad',
        '=review',
        '35 licenser, 1 månad',
        '[review] Office 365 E3: 35, month to month',
      ],
    ],
  },
  {
    what: 'allt börjar om, och inget av det förra följer med',
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
      ['börja om', '[home]'],
      ['press upgrade.start', '=review', ...fritt, '[plans]'],
      ['office 365 e1', '=plans', '[configure]'],
      ['nästa', '=configure', '[review] Office 365 E1: 25, a year, paid monthly'],
      ['press first order.place', 'inget har beställts'],
    ],
  },
]);
