import assert from 'node:assert/strict';
import { partsOf } from '../../../../understanding/parts.ts';
import { understand } from '../../../../understanding/understand.ts';

describe('What is said beside a clear order', () => {
  for (const text of [
    "yes buy it, dad's nodding",
    'go for it, senior partner signed off this am',
    'Okay then, I take a deep breath... yes, order it!',
    'The finance has approved it yesterday, therefore please complete the purchase',
    "I've read it two times and can't find any mistake, so let's order",
    'yep 30 is right, send the order',
    'yes place it, bell goes in 2 mins',
    "yes yes yes, order, I've got a train to catch",
    'Sorry for the delay. Yes, order as shown, we are in a meeting.',
    'hela gänget är överens, sätt igång med beställningen',
    'styrelsen klubbade det igår kväll så det är fritt fram att beställa',
    'va smidigt det gick! ja tack, den beställer vi',
  ]) {
    it(`takes nothing of it back: "${text}"`, () => assert.equal(understand(text).consents, true));
  }
  for (const text of [
    'yes, order it, kidding',
    'order it, said my husband',
    'order it, or so my wife says',
    'order it, wrong chat',
    'place it, in 20 mins',
    'order it so long as Tom agrees',
    'order it, the other one',
    'go ahead, Lena checks it on Monday',
    'order it, 35 fine people work here',
    'my boss: place the order',
    'chefen: lägg ordern',
    'beställ, fast först ska Lena titta',
    'beställ, skoja bara',
    'kör på så fort vi fått svar',
    'order it? my train leaves',
    'order it because Premium is nice',
  ]) {
    it(`may take it back: "${text}"`, () => assert.equal(understand(text).consents, false));
  }
  for (const text of [
    'ja tack... nej tack menar jag, vi skippar uppgraderingen helt',
    'yes, place it. No, cancel that.',
  ]) {
    it(`is heard with it where it gives up: "${text}"`, () => {
      assert.deepEqual(partsOf(text).length, 1);
      assert.equal(understand(text).consents, false);
    });
  }
});
