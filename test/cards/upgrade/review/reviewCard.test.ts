import assert from 'node:assert/strict';
import { localiser } from '../../../../locales/localiser.ts';
import { showCard } from '../../../support/cards/showCard.ts';
import { pressesOf, textOf } from '../../../support/teams/cardText.ts';

const english = { l: localiser('en-US'), token: 't', simulated: false };
const swedish = { l: localiser('sv-SE'), token: 't', simulated: false };

describe('the review card', () => {
  it('begins with what is due, then what each period costs', () => {
    const lines = textOf(showCard('review', 'plain', english)).split('\n');
    const said = ['Due today', '$1,550.96', 'After that, per year', '$2,640.00'];
    assert.deepEqual(lines.slice(1, 5), said);
  });

  it('sets beside them what it costs more or less a month than now, where that is known', () => {
    const lines = (name: string) => textOf(showCard('review', name, english)).split('\n');
    assert.deepEqual(lines('part of a month').slice(5, 7), [
      'Compared with today, per month',
      '-$12.50',
    ]);
    assert.match(
      lines('full').join('\n'),
      /Compared with today, per month\n\+SEK 123,456,789\.01\n/,
    );
    assert.equal(lines('plain').includes('Compared with today, per month'), false);
  });

  it('shows the credit with its days and how the sum comes about', () => {
    const text = textOf(showCard('review', 'plain', english));
    assert.match(text, /10 licenses at \$264\.00\n\$2,640\.00/);
    assert.match(text, /10 licenses at \$150\.00 · 265 days of 365\n-\$1,089\.04/);
    assert.match(text, /Due today\n\$1,550\.96/);
  });

  it('writes money as Swedes do', () => {
    assert.match(
      textOf(showCard('review', 'plain', swedish)),
      /^Att betala i dag\n1 550,96 US\$$/m,
    );
  });

  it('shows the forfeit before the items and the way around it', () => {
    const text = textOf(showCard('review', 'full', english));
    assert.ok(text.indexOf('You would lose SEK 1,234,567.89') < text.indexOf('What you order'));
    assert.match(text, /1,095 paid days are lost\. If you upgrade on February 29, 2028 or later/);
  });

  it('says what is carried to the next invoice only when something is', () => {
    assert.match(textOf(showCard('review', 'full', english)), /Credit on your next invoice/);
    assert.doesNotMatch(textOf(showCard('review', 'plain', english)), /next invoice/);
  });

  it('tells of the credit check with its day only when there is one', () => {
    assert.match(textOf(showCard('review', 'full', english)), /decided by November 25, 2026/);
    assert.match(textOf(showCard('review', 'part of a month', english)), /up to two business days/);
    assert.doesNotMatch(textOf(showCard('review', 'plain', english)), /credit check/);
  });

  it('says that it cannot be undone, from when the prices are and how long they hold', () => {
    const text = textOf(showCard('review', 'plain', english));
    assert.match(text, /can't be undone/);
    assert.match(text, /today's price list/);
    assert.match(text, /holds until Nov 23, 2026, 1:14 PM GMT\+1/);
  });

  it('promises no way back where the service takes no orders back', () => {
    const text = textOf(showCard('review', 'never taken back', english));
    assert.match(text, /the sales service takes no orders back/);
    assert.doesNotMatch(text, /can the order still be taken back/);
  });

  it('shows without a press what is bought, for how much, by whom, how it is paid and that it is final', () => {
    const { json } = showCard('review', 'plain', english);
    const body = (json.body as { isVisible?: boolean }[]).filter(
      ({ isVisible }) => isVisible !== false,
    );
    const text = textOf({ json: { body } });
    for (const seen of [
      'Due today',
      'New plan',
      'Term and payment',
      'Sold to',
      'Paid with',
      "An upgrade can't be undone",
      'holds until',
    ]) {
      assert.ok(text.includes(seen), seen);
    }
    for (const folded of ['How it is worked out', 'contoso.example', 'admin center']) {
      assert.ok(!text.includes(folded) && textOf({ json }).includes(folded), folded);
    }
  });

  it('says of each add-on what becomes of it and what that costs, and of more than six the rest', () => {
    const text = textOf(showCard('review', 'full', english));
    assert.match(text, /1,000,000 licenses: is removed, .* per three years less/);
    assert.match(
      text,
      /: comes along and goes on as it is, at SEK 1,234,567,890\.12 per three years\./,
    );
    assert.match(text, /though the new plan contains it\. Cancel it after the upgrade/);
    assert.match(text, /^And 4 more add-ons\.$/m);
    assert.match(text, /^Credit for 8 more add-ons\n-SEK 9,876,543,120\.96$/m);
    assert.match(text, /charged as before, beside the amounts of this order/);
  });

  it('says nothing of add-ons that go on when none does, and nothing of add-ons without any', () => {
    const one = textOf(showCard('review', 'part of a month', english));
    assert.match(one, /Plan 1\), 1 license: is removed/);
    assert.doesNotMatch(one, /beside the amounts/);
    assert.doesNotMatch(textOf(showCard('review', 'plain', english)), /[Aa]dd-on/);
  });

  it('promises a credit only when the quote has one', () => {
    assert.match(textOf(showCard('review', 'plain', english)), /within 30 days/);
    assert.match(textOf(showCard('review', 'part of a month', english)), /no unused time/);
  });

  it('shows below the items all that is said of them in words, under one button', () => {
    const text = textOf(showCard('review', 'full', english));
    for (const said of [
      /Credit on your next invoice\nSEK 1,234,567,890\.12/,
      /so SEK 1,234,567\.89 of what you paid in advance is lost/,
      /Each line is rounded once, to the smallest coin, before tax/,
      /The invoice that shows the credit comes by December 23, 2026/,
      /To see the credit for each add-on, type “how was this computed”/,
    ]) {
      assert.match(text, said);
    }
    const plain = textOf(showCard('review', 'plain', english));
    assert.match(plain, /rounded once/);
    assert.doesNotMatch(plain, /type “how was this computed”/);
  });

  it('lets each block be changed, and ends with placing the order', () => {
    assert.deepEqual(pressesOf(showCard('review', 'plain', english)), [
      'review.change:items',
      'review.change:soldTo',
      'review.change:payment',
      'order.place',
      'order.abandon',
    ]);
  });
});
