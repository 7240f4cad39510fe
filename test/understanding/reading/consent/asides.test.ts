import assert from 'node:assert/strict';
import { ordersIn } from '../../../../understanding/parts/ordersIn.ts';
import { partsOf } from '../../../../understanding/parts.ts';

describe('What is said beside a clear order', () => {
  for (const text of [
    "yes buy it, dad's nodding",
    'go for it, senior partner signed off this am',
    'Okay then, I take a deep breath... yes, order it!',
    'The finance has approved it yesterday, therefore please complete the purchase',
    'yep 30 is right, send the order',
    'yes place it, bell goes in 2 mins',
    "looks good to me and to the boss who's standing right behind me, so place it",
    'hela gänget är överens, sätt igång med beställningen',
    'styrelsen klubbade det igår kväll så det är fritt fram att beställa',
    'va smidigt det gick! ja tack, den beställer vi',
  ]) {
    it(`takes nothing of it back: "${text}"`, () => assert.equal(ordersIn(text), true));
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
    "Place the order. I'm just the temp, the person in charge hasn't seen this.",
    'Yes, buy it. Psych.',
    'Go ahead, in principle. The formal yes comes from Oslo.',
    'Lägg ordern. Underskriften från Falun saknas ännu.',
    'Beställ den och chefen går i taket',
    'Place the order, it gets approved this afternoon',
    'Place the order, it is being approved today',
    'Lägg ordern, det blir godkänt idag',
    'place it, in an hour',
    'order it, in two hours',
    'order it, this evening',
    'beställ, om en timme',
  ]) {
    it(`may take it back: "${text}"`, () => assert.equal(ordersIn(text), false));
  }
  for (const text of [
    'ja tack... nej tack menar jag, vi skippar uppgraderingen helt',
    'yes, place it. No, cancel that.',
  ]) {
    it(`is heard with it where it gives up: "${text}"`, () => {
      assert.deepEqual(partsOf(text).length, 1);
      assert.equal(ordersIn(text), false);
    });
  }
});
