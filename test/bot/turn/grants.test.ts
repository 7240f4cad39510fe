import assert from 'node:assert/strict';
import { addGrant, judge, pressKey } from '../../../bot/turn/grants.ts';
import type { Press } from '../../../bot/turn/press.ts';
import { type CardId, type Verb, verbsOfCard } from '../../../cards/cards.ts';
import type { CardOffer } from '../../../dialogs/step/turn.ts';
import {
  type Conversation,
  conversationSchema,
} from '../../../storage/repositories/conversation.ts';
import { aConversation } from '../../support/storage/samples.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const me = { userId: 'user-1', now };
const plans: CardOffer = { subject: { subscriptionId: 's-1' }, choices: ['e3', 'e5'] };

function press(verb: Verb, token: string, choice?: string, inputs: Press['inputs'] = {}): Press {
  const submission = { v: 1 as const, verb, token, ...(choice === undefined ? {} : { choice }) };
  return { submission, inputs, execute: true };
}

describe('The row behind a card', () => {
  let conversation: Conversation;
  const show = (card: CardId, offer: CardOffer) => addGrant(conversation, card, offer, me).token;
  beforeEach(() => {
    conversation = aConversation();
  });

  it('allows the person it was shown to its own verbs, and tells what they are about', () => {
    const token = show('plans', plans);
    const judgement = judge(conversation, press('plan.choose', token, 'e3'), me);
    assert.ok('allowed' in judgement);
    assert.deepEqual(judgement.allowed.verbs, [...verbsOfCard.plans]);
    assert.equal(judgement.allowed.subject.subscriptionId, 's-1');
  });

  it('can be stored', () => {
    show('plans', plans);
    show('order', { subject: { orderId: 'UPG-00000001' }, forAll: true });
    const stored = JSON.parse(JSON.stringify(conversation)) as unknown;
    assert.equal(conversationSchema.safeParse(stored).success, true);
  });

  it('keeps ids only, whatever else the subject carries', () => {
    const subject = { subscriptionId: 's-1', price: 1 } as CardOffer['subject'];
    show('plans', { subject });
    assert.ok(!('price' in conversation.grants[0]!.subject));
  });

  const refused: [
    what: string,
    pressed: (token: string) => Press,
    why: string,
    by?: Partial<typeof me>,
  ][] = [
    ['a token that was never given', () => press('plan.choose', 'guess', 'e3'), 'old'],
    [
      'a row that has expired',
      (token) => press('plan.choose', token, 'e3'),
      'old',
      { now: now.add({ hours: 24 * 30 }) },
    ],
    [
      'somebody else in the same conversation',
      (token) => press('plan.choose', token, 'e3'),
      'notYours',
      { userId: 'user-2' },
    ],
    ['a verb of another card', (token) => press('order.place', token), 'unreadable'],
    ['a choice that was not offered', (token) => press('plan.choose', token, 'e7'), 'unreadable'],
    [
      'a choice named like what every object has',
      (token) => press('plan.choose', token, 'constructor'),
      'unreadable',
    ],
  ];
  for (const [what, pressed, why, by] of refused) {
    it(`refuses ${what}`, () => {
      const token = show('plans', plans);
      const judgement = judge(conversation, pressed(token), { ...me, ...by });
      assert.deepEqual(judgement, { refused: why });
    });
  }

  it('works until the last moment', () => {
    const token = show('plans', plans);
    const last = now.add({ hours: 24 * 30 }).subtract({ milliseconds: 1 });
    const judgement = judge(conversation, press('plan.choose', token, 'e3'), { ...me, now: last });
    assert.ok('allowed' in judgement);
  });

  it('of another conversation opens nothing here', () => {
    const token = show('plans', plans);
    const elsewhere = aConversation({ tenantId: 'tenant-2' });
    const judgement = judge(elsewhere, press('plan.choose', token, 'e3'), me);
    assert.deepEqual(judgement, { refused: 'old' });
  });

  it('for all allows anybody in the conversation', () => {
    const token = show('order', { subject: { orderId: 'UPG-00000001' }, forAll: true });
    const judgement = judge(conversation, press('order.refresh', token), { ...me, userId: 'x' });
    assert.ok('allowed' in judgement);
  });

  for (const [card, verb] of [
    ['plans', 'plan.page'],
    ['products', 'product.page'],
  ] as const) {
    it(`lets ${card} be leafed through freely`, () => {
      const token = show(card, plans);
      assert.ok('allowed' in judge(conversation, press(verb, token, '7'), me));
    });
  }

  it('gives every card a token of its own', () => {
    const tokens = new Set(Array.from({ length: 48 }, () => show('plans', plans)));
    assert.equal(tokens.size, 48);
  });

  it('is kept for the newest 48 cards', () => {
    const tokens = Array.from({ length: 50 }, () => show('plans', plans));
    const judged = tokens.map((token) => judge(conversation, press('plan.choose', token), me));
    assert.deepEqual(
      judged.map((judgement) => 'allowed' in judgement),
      tokens.map((_, index) => index >= 2),
    );
  });
});

describe('The rows of a chat of many', () => {
  const person = (name: string, at = now) => ({ userId: name, now: at });

  it('keep the newest cards of each, however many others are shown since, until they expire', () => {
    const conversation = aConversation();
    const own = Array.from({ length: 6 }, () => addGrant(conversation, 'plans', plans, me).token);
    for (let other = 0; other < 100; other += 1) {
      addGrant(conversation, 'plans', plans, person(`other-${other}`));
    }
    const kept = () => own.map((token) => conversation.grants.some((row) => row.token === token));
    assert.deepEqual(kept(), [false, false, true, true, true, true]);
    addGrant(conversation, 'plans', plans, person('late', now.add({ hours: 24 * 31 })));
    assert.deepEqual(kept(), Array(6).fill(false));
  });
});

describe('The key of a press', () => {
  const first = press('configure.submit', 't1', undefined, { quantity: '25' });

  it('is the same for the same press, however it came and with whichever token', () => {
    const again = press('configure.submit', 't2', undefined, { quantity: '25' });
    assert.equal(pressKey({ ...again, execute: false }), pressKey(first));
  });

  const others: [what: string, other: Press][] = [
    ['verb', press('review.update', 't1', undefined, { quantity: '25' })],
    ['choice', press('configure.submit', 't1', 'x', { quantity: '25' })],
    ['input', press('configure.submit', 't1', undefined, { quantity: '26' })],
  ];
  for (const [what, other] of others) {
    it(`is another one for another ${what}`, () => {
      assert.notEqual(pressKey(other), pressKey(first));
    });
  }
});
