import assert from 'node:assert/strict';
import { commandNames } from '../../dialogs/root/subFlows.ts';
import { languageAsked, match, without } from '../../understanding/phrases.ts';
import { normalise } from '../../understanding/reading/normalise.ts';

/** The command that a text gives at any point, as the root of the dialogs finds it. */
const commandIn = (text: string) =>
  commandNames.find((command) => match(text, command) !== undefined);

const said: Record<(typeof commandNames)[number] | 'nothing', string[]> = {
  upgrade: [
    'upgrade',
    'Upgrade',
    'UPGRADE!!',
    'upgrade?',
    '  Upgrade   my plan. ',
    'upgrade my plan',
    'please upgrade my plan',
    'I want to upgrade',
    "I'd like to upgrade my plan, please",
    'Can you upgrade my plan?',
    'How do I upgrade?',
    'upgrade to Microsoft 365 E5',
    'upgrade from Business Standard',
    'Upgrade to a different plan',
    'Switch plans',
    'switch to a different plan',
    'the Upgrade tab',
    'Upgrade tab',
    'View upgrades recommended for your org',
    'Product details and upgrades',
    'Available upgrades',
    'Change to a different subscription option',
    'Other subscription options',
    'Change plan',
    'change plans',
    'Subscriptions',
    'Your products',
    'Billing > Your products',
    'uppgradera',
    'Uppgradera mitt abonnemang',
    'jag vill uppgradera',
    'Hej, jag vill byta abonnemang',
    'kan du uppgradera abonnemanget, tack',
    'Uppgradera till ett annat abonnemang',
    'byta till ett annat abonnemang',
    'fliken uppgradering',
    'fliken Uppgradera',
    'Byt abonnemang',
    'byt plan',
    'Dina produkter',
    'Fakturering > Dina produkter',
    'tillgängliga uppgraderingar',
    'Choose another subscription',
    'Välj ett annat abonnemang',
  ],
  mute: [
    'mute',
    'Mute, please',
    'mute UPG-7K3M9QX2',
    'mute order UPG-7K3M9QX2',
    'tysta',
    'Tysta order UPG-7K3M9QX2',
  ],
  unmute: ['unmute', 'unmute UPG-7K3M9QX2', 'tysta inte', 'sluta tysta'],
  withdraw: [
    'withdraw',
    'withdraw UPG-7K3M9QX2',
    'Cancel my order',
    'cancel order UPG-7K3M9QX2, please',
    'take the order back',
    'ta tillbaka beställningen',
    'Jag vill ångra beställningen',
    'avbeställ',
  ],
  status: [
    'status',
    'Check upgrade status',
    'upgrade status',
    'Upgrade status?',
    'show me the status',
    'what is the status of my upgrade?',
    'status UPG-7K3M9QZ2',
    'status of Business Premium',
    'how far is it',
    'is it done yet?',
    'Kontrollera uppgraderingsstatus',
    'uppgraderingsstatus',
    'visa status',
    'hur går det?',
    'status för Business Premium',
    'mina beställningar',
    'show order UPG-7K3M9QZ2',
    'visa ordern UPG-7K3M9QZ2',
  ],
  cancel: [
    'cancel',
    'Cancel, please',
    'never mind',
    'stop',
    'no thanks',
    'avbryt',
    'Nej tack',
    'ångra',
  ],
  startOver: ['start over', 'Restart', 'börja om', 'från början'],
  help: [
    'help',
    'Help!',
    'help me',
    'can you help me?',
    '?',
    'hjälp',
    'hjälp mig',
    'vad kan du göra?',
  ],
  support: ['support', 'contact support', 'I want to talk to support', 'ring support', 'agent'],
  manual: [
    'manual',
    'change plans manually',
    'switch plans manually',
    'switch plan manually',
    'upgrade manually',
    'ändra abonnemangen manuellt',
    'byt abonnemang manuellt',
    'Change plans yourself',
    'Byt plan på egen hand',
  ],
  freeUp: [
    'free up licenses',
    'Please free up licences of Business Standard',
    'take licenses back from users',
    'resolve the license conflict',
    'frigör licenser',
    'Ta tillbaka licenser från användare',
    'lös licenskonflikten',
  ],
  home: ['hi', 'Hello!', 'good evening', 'Hej', 'hejsan', 'god kväll', 'meny'],
  courtesy: ['thanks', 'Thank you!', 'tack', 'Tack så mycket!', 'bye', 'hej då'],
  nothing: [
    '25',
    '25, yearly',
    'Business Premium',
    'E3',
    'yes',
    'ja',
    'back',
    'next',
    'place order',
    'lägg order',
    'compare E3 and E5',
    'check again',
    'statusquo',
    'unstoppable',
    'helpful',
    'ok',
    'next page',
    'nästa sida',
    "don't place order",
    'UPG-7K3M9QZ2',
    'please',
    'constructor',
    '__proto__',
    '…',
    '🙂',
  ],
};

describe('What is typed at any point', () => {
  for (const [command, texts] of Object.entries(said)) {
    for (const text of texts) {
      it(`"${text}" means ${command}`, () => {
        assert.equal(commandIn(text), command === 'nothing' ? undefined : command);
      });
    }
  }
});

describe('The words after a phrase', () => {
  const rests: [text: string, key: string, rest: string | undefined][] = [
    ['upgrade', 'upgrade', ''],
    ['upgrade my plan', 'upgrade', ''],
    ['upgrade Business Standard', 'upgrade', 'business standard'],
    ['upgrade from Business Standard', 'upgrade', 'business standard'],
    ['please upgrade to E5', 'upgrade', 'e5'],
    ['uppgradera till Business Premium', 'upgrade', 'business premium'],
    ['status of my upgrade', 'status', ''],
    ['status UPG-7K3M9QZ2', 'status', 'upg-7k3m9qz2'],
    ['jämför E3 och E5', 'compare', 'e3 och e5'],
    ['cancel everything', 'cancel', undefined],
  ];
  for (const [text, key, rest] of rests) {
    it(`of ${key} in "${text}" are ${rest === undefined ? 'none: it says something else' : `"${rest}"`}`, () => {
      assert.equal(match(text, key), rest);
    });
  }
});

describe('A text, made plain', () => {
  const plain: [text: string, plain: string][] = [
    ['  Upgrade \n my\tplan!! ', 'upgrade my plan'],
    ['“Business Premium”', 'business premium'],
    ['ＵＰＧＲＡＤＥ', 'upgrade'],
    ['1\u00a0200', '1 200'],
    ['BÖRJA OM…', 'börja om'],
    ['Don’t order', "don't order"],
    ['?', '?'],
    ['...', '...'],
    ['', ''],
  ];
  for (const [text, expected] of plain) {
    it(`"${text}" is "${expected}"`, () => {
      assert.equal(normalise(text), expected);
    });
  }
});

describe('A text without the phrases in it', () => {
  const left: [text: string, key: string, left: string | undefined][] = [
    ['25 licences, 1 year', 'terms.yearly', '25 licences'],
    ['1 year', 'terms.yearly', ''],
    ['for a year please', 'terms.yearly', 'for please'],
    ['monthly, 25', 'terms.monthly', '25'],
    ['21 years', 'terms.yearly', undefined],
    ['25', 'terms.yearly', undefined],
  ];
  for (const [text, key, expected] of left) {
    it(`"${text}" without ${key} is ${expected === undefined ? 'unchanged: none is in it' : `"${expected}"`}`, () => {
      assert.equal(without(text, key), expected);
    });
  }
});

describe('A language', () => {
  const asked: [text: string, locale: string | undefined][] = [
    ['svenska', 'sv-SE'],
    ['På svenska, tack!', 'sv-SE'],
    ['can you speak Swedish?', 'sv-SE'],
    ['English please', 'en-US'],
    ['switch to English', 'en-US'],
    ['byt till engelska', 'en-US'],
    ['finska', undefined],
    ['upgrade', undefined],
  ];
  for (const [text, locale] of asked) {
    it(`${locale ?? 'none'} is asked for by "${text}"`, () => {
      assert.equal(languageAsked(text), locale);
    });
  }
});
