import { clear, describeConversations, fritt } from '../../../support/teams/conversations.ts';

describeConversations('Plan, number and way to pay in any order', [
  {
    what: 'how to pay, how many, which plan',
    known: true,
    table: [
      ['we want to upgrade, yearly please', ...clear, '[plans]'],
      ['30', 'Noted'],
      [
        'business premium',
        '=plans',
        'Business Premium, 30 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['do it', '=review', '[order] Microsoft 365 Business Premium: 30, a year, paid yearly'],
    ],
  },
  {
    what: 'how many, which plan, how to pay',
    known: true,
    table: [
      ['we need 40 seats on a better plan', ...clear, '[plans]'],
      ['office 365 e3', '=plans', '[configure]', '40 licenses. How do you want to pay'],
      ['pay monthly', '=configure', '[review] Office 365 E3: 40, a year, paid monthly'],
      ["it's too dear, drop it", '=review', 'Nothing was ordered'],
    ],
  },
  {
    what: 'how to pay, then the plan and three more than today',
    known: true,
    table: [
      ['upgrade', ...clear, '[plans]'],
      ['pay yearly', 'Noted'],
      [
        'premium, and 3 more than today',
        '=plans',
        '28 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 28, a year, paid yearly',
      ],
      ['order it', '=review', '[order] Microsoft 365 Business Premium: 28, a year, paid yearly'],
    ],
  },
  {
    what: 'nobody says how many, and it stays as it is',
    table: [
      [
        'upgrade us to bizprem',
        ...clear,
        'asked for Microsoft 365 Business Premium',
        '[configure]',
      ],
      [
        'paid yearly',
        '=configure',
        '[review] Microsoft 365 Business Premium: 25, a year, paid yearly',
      ],
      [
        'make it 31',
        '=review',
        '31 licenses, 1 year, paid yearly',
        '[review] Microsoft 365 Business Premium: 31, a year, paid yearly',
      ],
      ['ship it', '=review', '[order] Microsoft 365 Business Premium: 31, a year, paid yearly'],
    ],
  },
  {
    what: 'antal, betalning, plan',
    locale: 'sv-SE',
    known: true,
    table: [
      ['vi behöver 33 licenser på en bättre plan', ...fritt, '[plans]'],
      ['månadsvis', 'Noterat'],
      [
        'premiumen',
        '=plans',
        'Business Premium, 33 licenser, 1 år, betalas varje månad',
        '[review] Microsoft 365 Business Premium: 33, a year, paid monthly',
      ],
      ['bekräfta', '=review', '[order] Microsoft 365 Business Premium: 33, a year, paid monthly'],
    ],
  },
  {
    what: 'planen trycks, resten skrivs',
    locale: 'sv-SE',
    known: true,
    table: [
      ['uppgradera', ...fritt, '[plans]'],
      ['press plan.choose {"choice":"cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"}', '=[configure]'],
      [
        'årsvis, 29 st',
        '=configure',
        '[review] Microsoft 365 Business Premium: 29, a year, paid yearly',
      ],
      [
        'press order.place',
        '=review',
        '[order] Microsoft 365 Business Premium: 29, a year, paid yearly',
      ],
    ],
  },
  {
    what: 'det som planen ska ha nämns i stället för dess namn, sist',
    locale: 'sv-SE',
    known: true,
    table: [
      ['uppgradera, 30 st, årsvis', ...fritt, '[plans]'],
      [
        'den billigaste med Intune',
        '=plans',
        'Business Premium, 30 licenser, 1 år, betalas varje år',
        '[review] Microsoft 365 Business Premium: 30, a year, paid yearly',
      ],
      ['vi får fundera på saken', 'Inget är beställt'],
    ],
  },
  {
    what: 'antal och betalning först, planen sist',
    locale: 'sv-SE',
    known: true,
    table: [
      ['byt plan, samma antal, utan bindningstid', ...fritt, '[plans]'],
      [
        'Office 365 E1',
        '=plans',
        'Office 365 E1, 25 licenser, 1 månad',
        '[review] Office 365 E1: 25, month to month',
      ],
      ['lägg beställningen', '=review', '[order] Office 365 E1: 25, month to month'],
      ['tack!', 'Då så'],
    ],
  },
]);
