import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Wrong turns', [
  {
    what: 'nonsense and a look at the orders change nothing',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['qwerty', 'Please choose a plan'],
      ['status', '[status]'],
      ['business premium', '=plans', '[configure]'],
      ['next', '=configure', '[review] Microsoft 365 Business Premium: 25, a year, paid monthly'],
      ['hmm what', 'Type “place order”'],
    ],
  },
  {
    what: 'plans that are not on offer, then the cheapest, then none',
    table: [
      ['upgrade to F3', ...clear, 'not one you can move to', '[plans]'],
      ['business basic then', 'not one you can move to'],
      ['ok the cheapest', '=plans', '[configure]'],
      ['next', '=configure', '[review] Office 365 E1: 25, a year, paid monthly'],
      ['no', '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'too few, too many, and the way to pay is not asked twice',
    known: true,
    table: [
      [
        'business premium 10 seats yearly',
        ...clear,
        'asked for',
        '[configure]',
        'Please enter 25 or more',
      ],
      ['500', 'at most 300 licenses'],
      ['250', '=configure', '[review] Microsoft 365 Business Premium: 250, a year, paid yearly'],
      [
        'oops, 25',
        '=review',
        '25 licenses',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'a button of an old list leads back to it, and the newest choice is ordered',
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['office 365 e1', '=plans', '[configure]'],
      ['next', '=configure', '[review] Office 365 E1: 25, a year, paid monthly'],
      [
        'press first plan.choose {"choice":"cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"}',
        '=plans',
        '[configure]',
      ],
      [
        'press configure.submit',
        '=review',
        '=[review] Microsoft 365 Business Premium: 25, a year, paid monthly',
      ],
      [
        'place order',
        '=review',
        '[order] Microsoft 365 Business Premium: 25, a year, paid monthly',
      ],
    ],
  },
  {
    what: 'Place order on an old review orders nothing',
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
        'make it 33',
        '=review',
        '33 licenses',
        '[review] Microsoft 365 Business Premium: 33, a year, paid yearly',
      ],
      ['press first order.place', 'nothing was ordered'],
      ['place order', '=review', '[order] Microsoft 365 Business Premium: 33, a year, paid yearly'],
    ],
  },
  {
    what: 'something that is not ours to do, in the wrong chat',
    known: true,
    table: [
      ['reset the password of Anna', "can't do that"],
      ['sorry, wrong chat', 'did not understand', '[home]'],
      [
        'upgrade to business premium, 26, monthly',
        ...clear,
        'asked for',
        '26 licenses',
        '[review] Microsoft 365 Business Premium: 26, a year, paid monthly',
      ],
      ['go ahead', '=review', '[order] Microsoft 365 Business Premium: 26, a year, paid monthly'],
    ],
  },
  {
    what: 'en hälsning, ett nej och ett steg tillbaka',
    locale: 'sv-SE',
    table: [
      ['hej', '[home]'],
      ['ta bort alla användare', 'kan jag inte göra'],
      ['press upgrade.start', ...fritt, '[plans]'],
      ['tillbaka', '=plans', ...fritt, '[plans]'],
      ['premium', '=plans', '[configure]'],
      ['nästa', '=configure', '[review] Microsoft 365 Business Premium: 25, a year, paid monthly'],
    ],
  },
  {
    what: 'en plan som inte finns, och två som jämförs',
    locale: 'sv-SE',
    table: [
      ['uppgradera till business basic', ...fritt, 'går det inte att byta', '[plans]'],
      ['jämför premium och office 365 e3', '[comparison]'],
      ['premium', '=plans', '=comparison', '[configure]'],
      [
        '30 årsvis',
        '=configure',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['kör', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'en beställning när inget erbjudande finns kvar',
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
      ['press order.abandon', '=review', 'Inget har beställts'],
      ['lägg order', 'Inget erbjudande väntar på ditt ja'],
      ['press first order.place', 'inget har beställts'],
    ],
  },
  {
    what: 'tal som inte kan vara licenser',
    locale: 'sv-SE',
    table: [
      ['premium', ...fritt, 'bad om', '[configure]'],
      ['-5', 'måste vara ett heltal'],
      ['12,5', 'måste vara ett heltal'],
      ['30', '30 licenser. Hur vill ni betala'],
      ['årsvis', '=configure', '[review] Microsoft 365 Business Premium: 30, a year, paid yearly'],
      [
        'ja, lägg order',
        '=review',
        '[order] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'det går inte, och det avbryts',
    locale: 'sv-SE',
    table: [
      ['asdf', 'förstod jag inte', '[home]'],
      ['uppgradera', ...fritt, '[plans]'],
      ['asdf', 'Välj en plan'],
      ['avbryt', '=plans', 'Inget har beställts'],
      ['status', '[status]'],
    ],
  },
]);
