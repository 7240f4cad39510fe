import assert from 'node:assert/strict';
import { partsOf } from '../../understanding/parts.ts';

const said: Record<string, [text: string, ...parts: string[]][]> = {
  'are a wish and what is asked besides': [
    [
      "premium please, it's 22 euros each, right? we'd be 33 people",
      'premium please',
      "we'd be 33 people",
      "it's 22 euros each, right?",
    ],
    [
      'upgrade to premium but first: is there downtime?',
      'upgrade to premium but first',
      'is there downtime?',
    ],
    [
      'Premium for 26, then tell me the status of my order',
      'Premium for 26',
      'tell me the status of my order',
    ],
  ],
  'are a wish and what forbids to order for now': [
    ["M365 E5, but don't order before Friday", 'M365 E5', "don't order before Friday"],
    ['Ta två till, men beställ inte ännu', 'Ta två till', 'beställ inte ännu'],
    [
      'Premium for 30, yearly - but wait until Monday',
      'Premium for 30, yearly - but wait until Monday',
    ],
  ],
  'are one where words of ours are quoted in a question': [
    ["'Place order', is it paid at once then?", "'Place order', is it paid at once then?"],
  ],
  'are a wish and a change that an article tells of': [
    [
      'E1 for 45 please and also I need to change the credit card',
      'E1 for 45 please',
      'I need to change the credit card',
    ],
  ],
  'are a wish and what is refused': [
    ['delete a@b.example and then upgrade us', 'upgrade us', 'delete a@b.example'],
  ],
  'are what is wanted where all else only tells of it': [
    ['I lördags beställde jag av misstag. Ta tillbaka ordern.', 'Ta tillbaka ordern.'],
    ['Budgeten är 90 000 kr, hur många E1 blir det', 'hur många E1 blir det'],
  ],
  'are a command that stops and another one': [
    ['avbryt det här och visa våra ordrar', 'avbryt det här', 'visa våra ordrar'],
  ],
  'are without who signed them': [
    ['Lägg ordern. Med vänlig hälsning, Karin', 'Lägg ordern'],
    ['Premium for 30. Best regards, Anna Berg', 'Premium for 30'],
    ['Vänligen uppgradera till Premium', 'Vänligen uppgradera till Premium'],
  ],
  'are one where a number or a plan is corrected': [
    ['30? no, 31', '30? no, 31'],
    ['30, hold on, 31', '30, hold on, 31'],
  ],
  'are without what is only said while one thinks, and without a mark that asks nothing': [
    ['dunno, which of these has Intune', 'which of these has Intune'],
    ['premium for 30, ok?', 'premium for 30'],
  ],
  'are what is to wait, then what is asked': [
    ['not yet. does the total include VAT?', 'not yet.', 'does the total include VAT?'],
    ['inte än. ingår momsen i summan?', 'inte än.', 'ingår momsen i summan?'],
  ],
  'are a wish and what is to be changed beside it': [
    [
      'move us up to premium and swap the card at the same time',
      'move us up to premium',
      'swap the card at the same time',
    ],
    ['byt till premium o byt kortet samtidigt', 'byt till premium', 'byt kortet samtidigt'],
    ['35 please, and the address is outdated too', '35 please', 'the address is outdated too'],
    [
      'upgrade to premium + what happened to my last order?',
      'upgrade to premium',
      'what happened to my last order?',
    ],
  ],
  'are one where only something is asked, whatever is said before': [
    [
      "don't upgrade anything, I only want to know if Premium has archiving",
      "don't upgrade anything, I only want to know if Premium has archiving",
    ],
  ],
  'are one where a wish says how it may end': [
    ['premium, can leave any time', 'premium, can leave any time'],
    ['premium, ska kunna sägas upp när som', 'premium, ska kunna sägas upp när som'],
  ],
  'name what was asked for where only that is wished': [
    [
      "is Business Basic there? I'd take that one",
      "I'd take that one: business basic.",
      'is Business Basic there?',
    ],
  ],
};

describe('The parts of a message', () => {
  for (const [kind, texts] of Object.entries(said)) {
    for (const [text, ...parts] of texts) {
      it(`${kind}: "${text}"`, () => assert.deepEqual(partsOf(text), parts));
    }
  }
});
