import assert from 'node:assert/strict';
import { isQuestion } from '../../../../understanding/questionKind.ts';
import { understand } from '../../../../understanding/understand.ts';

describe('A yes to an order', () => {
  for (const text of [
    'plcae the order',
    'bestäl',
    'I confirm the order as shown',
    'go ahead pls, boss said ok ✅',
    'Godkänt av chefen, genomför köpet',
    'chefen har godkänt, beställ nu',
    'perfect, order',
    'ok she approved, place it',
    'they signed off on it, go ahead',
    'chefen sa ja, lägg ordern',
    'nu är det godkänt, kör',
    'vi har fått klartecken, beställ',
    'Lena på ekonomi har sagt ja, lägg ordern',
    'chefen har gett tummen upp, lägg beställningen. PO 77120',
    'nu beställer vi',
    "jo, beställ'na du",
    'Godkänt. Beställ enligt PO 4500118822.',
    'Godkänt av förvaltningschefen. Beställ.',
    'klartecken från ekonomi, lägg ordern',
    'approved by the head of finance, place the order',
    'signed off by Lena. Order it.',
    'Nu har jag godkännande från rektorn, så var god och lägg beställningen.',
    'Confirmed from my side, kindly place the order',
    'ja kor, lagg ordern',
    'could you place it now?',
    'kan du lägga ordern?',
    'No objections from my side. Order it.',
    'Godkänt av upphandlingschefen 2026-11-27. Lägg ordern.',
    'Everything is in order, please place the order.',
    'I have checked everything, place the order',
    'we checked it twice, all fine, order',
    'Right, everything looks as it should. Order it.',
    'I read it all and I agree. Place order.',
    'ok place the order thx',
    'Ja tack, nu är allt rätt så beställ gärna.',
    'jag har kollat allt, lägg ordern',
    'allt är som det ska, beställ',
    'sweet as, order it',
    'fine and dandy, order away',
    'Proceed with placing the order please',
    'That is exactly what we wanted, buy the lot',
    'Order as shown above please',
    'You may now order them all',
    'green light from finance, order it',
    'Reverend says yes. Order it.',
    'I hereby place this binding order',
    "let's order that",
  ]) {
    it(`may be said in more words, or with a slip: "${text}"`, () => {
      assert.equal(understand(text).consents, true);
    });
  }
  for (const text of [
    'beställer du',
    'can you confirm?',
    'would you order it?',
    'kan du bekräfta?',
    'vill du beställa?',
    'beställer ni nu',
    'beställ enligt förra offerten',
    'my order',
    'the order',
    'is my order approved',
    'everything is in order',
    'is everything in order, order',
    'I have to check everything, place the order',
    'Tom has to look, order it',
    'de ska godkänna det, beställ',
    'we ordered it, all fine',
    'place the order on Monday',
    'order half of it',
    'lägg ordern när allt är klart',
    'approved by Friday, order',
    'approved by tomorrow, order',
    'approved by the board once it meets, order',
    'approved by nobody yet, order',
    'godkänt av chefen på fredag, beställ',
    'has my boss approved the order?',
    'chefen har inte godkänt',
    'när Lena har godkänt, beställ',
    'om chefen godkänt, beställ',
    'ingen har godkänt, beställ',
    'yes but only after finance has approved',
    'lägg inte ordern',
    'if she approved, place it',
    'she said no, order',
    'chefen sa nej, lägg ordern',
    'a perfect order',
    'send it to me',
    'hold, place the order',
    "let's not order that",
    'order that on Monday',
    'buy it when we are ready',
    'approved',
    'she approved',
    'godkänt',
  ]) {
    it(`is none where nobody says so: "${text}"`, () => {
      assert.equal(understand(text).consents, false);
    });
  }
});

describe('A wish to wait', () => {
  for (const text of [
    'not yet, we may need 40',
    'vänta, jag måste fråga chefen om årsvis',
    "don't go on yet",
    'stopp, gå inte vidare än',
    'lägg inte ordern',
  ]) {
    it(`holds whatever is said beside it: "${text}"`, () => {
      assert.equal(understand(text).stops, true);
    });
  }
  for (const text of ['30, but yearly', 'wait, 28', 'men årsvis', '30 för nu']) {
    it(`is none beside a wish: "${text}"`, () => assert.equal(understand(text).stops, false));
  }
});

describe('What only sounds like an answer to how many and how to pay', () => {
  for (const text of [
    'tell me about yearly',
    'jag undrar vad månad för månad kostar',
    'our accountant asks if yearly is cheaper',
    'yearly cheaper?',
    'if we pay monthly, is it still one year?',
  ]) {
    it(`asks: "${text}"`, () => assert.equal(isQuestion(text), true));
  }
  for (const text of ['give 5 people admin rights', 'create 2 users', 'radera 30 användare']) {
    it(`is no command of ours: "${text}"`, () => assert.equal(understand(text).refused, true));
  }
});
