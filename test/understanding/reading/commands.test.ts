import assert from 'node:assert/strict';
import { match } from '../../../understanding/phrases.ts';

/** What is said without any phrase of ours, by the command. */
const said: Record<string, string[]> = {
  cancel: [
    'vi stannar kvar på standard',
    'vi nöjer oss med det vi har',
    'vi byter inte',
    'det blir ingen uppgradering',
    'vi skippar hela uppgraderingen',
  ],
  'change.payment': ['vårt företagskort har gått ut', 'jag vill lägga in ett nytt kort'],
  'change.soldTo': ['fel gata på köparen', 'adressen stämmer inte'],
};
const notSaid: Record<string, string[]> = {
  cancel: ['måste alla starta om sina datorer', 'fri att sluta när som helst', 'byt inte än'],
  startOver: ['måste alla starta om sina datorer'],
};

describe('A command', () => {
  for (const [key, texts] of Object.entries(said)) {
    for (const text of texts) {
      it(`is known by its parts, ${key}: "${text}"`, () => assert.equal(match(text, key), ''));
    }
  }
  for (const [key, texts] of Object.entries(notSaid)) {
    for (const text of texts) {
      it(`is not heard in something else, ${key}: "${text}"`, () =>
        assert.equal(match(text, key), undefined));
    }
  }
});
