import { type Exchange, withTalk } from '../../support/teams/transcript.ts';

/** Whole conversations as busy people have them. What stands after a text is all that comes, or a part of it. */
const talks: [what: string, locale: string, table: Exchange[]][] = [
  [
    'everything in one line is a review of just that',
    'en-US',
    [
      [
        'upgrade 25 Business Standard to Premium yearly',
        'one subscription',
        'Nothing stands',
        'asked for Microsoft 365 Business Premium',
        'I took',
        '[review]',
      ],
      ['make it 30', '=review', 'Business Premium, 30 licenses, 1 year, paid yearly', '[review]'],
      ['monthly instead', '=review', '30 licenses, 1 year, paid monthly', '[review]'],
      ["looks good, but don't order yet", 'Nothing is ordered'],
      ['place order', '=review', '[order]'],
    ],
  ],
  [
    'what is missing is asked, and may be changed',
    'sv-SE',
    [
      [
        'premium, 30 licenser tack',
        'ett enda',
        'Inget hindrar',
        'Business Premium',
        '[configure]',
        '30 licenser. Hur vill ni betala',
      ],
      ['inte 30 utan 40, årsvis', '=configure', '[review]'],
      ['nej, 35', '=review', '35 licenser', '[review]'],
      ['vänta', 'Inget är beställt'],
      ['kör på', '=review', '[order]'],
    ],
  ],
  [
    'a number that is not clear is asked back, and the rest kept',
    'en-US',
    [
      [
        'business premium, 25-30 seats, monthly',
        'one subscription',
        'Nothing stands',
        'asked for',
        '[configure]',
        'could not tell for certain how many',
      ],
      ['28', '=configure', '[review]'],
    ],
  ],
  [
    'a short name of two plans is asked back at any step',
    'en-US',
    [
      ['E5 please', 'one subscription', 'Nothing stands', 'Several plans fit', '[plans]'],
      ['the Microsoft 365 E5', '=plans', '[configure]'],
      ['Office 365 E3 instead', '=configure', '[configure]'],
    ],
  ],
  [
    'the cheapest with a feature has it',
    'en-US',
    [
      ['upgrade', 'one subscription', 'Nothing stands', '[plans]'],
      ['the cheapest with Defender', '=plans', '[configure]'],
      ['30 yearly', '=configure', '[review]'],
      ['make it 31', '=review', 'Microsoft 365 Business Premium, 31 licenses', '[review]'],
    ],
  ],
  [
    'a question beside a wish is answered too',
    'en-US',
    [
      ['upgrade', 'one subscription', 'Nothing stands', '[plans]'],
      ['business premium', '=plans', '[configure]'],
      ['30, and how long does the upgrade take?', '30 licenses', '[answer]'],
      ['yearly', '=configure', '[review]'],
    ],
  ],
  [
    'a place in the list is no number of licenses',
    'sv-SE',
    [
      ['uppgradera', 'ett enda', 'Inget hindrar', '[plans]'],
      ['tvåan', '=plans', '[configure]'],
      ['nästa', '=configure', '[review]'],
    ],
  ],
  [
    'more licenses to take off than there are are asked about',
    'sv-SE',
    [
      [
        'ta bort 40 och sätt oss på Business Premium månadsvis',
        'ett enda',
        'Inget hindrar',
        'Du bad om',
        '[configure]',
        'Jag kunde inte säkert se hur många',
      ],
    ],
  ],
  [
    'what is not ours to do is said to be that',
    'en-US',
    [
      ['delete all users', "can't do that"],
      ['upgrade to F1', 'one subscription', 'Nothing stands', 'not one you can move to', '[plans]'],
    ],
  ],
];

describe('What is said counts', () => {
  for (const [what, locale, table] of talks) {
    it(`${what}, in ${locale}`, () => withTalk((talk) => talk.play(table), { locale }));
  }
});
