import assert from 'node:assert/strict';
import { noticeCard } from '../../../cards/orders/noticeCard.ts';
import { orderCard } from '../../../cards/orders/orderCard.ts';
import { type Locale, localiser } from '../../../locales/localiser.ts';
import { manyFailures, names, orderIn, timeZone } from '../../support/cards/sampleData.ts';
import { showCard } from '../../support/cards/showCard.ts';
import { pressesOf, textOf } from '../../support/teams/cardText.ts';

const context = { l: localiser('en-US'), token: 't', simulated: false };

describe('the order card', () => {
  it('counts the users that were moved', () => {
    const text = textOf(showCard('order', 'moving users', context));
    assert.match(text, /^4,120 of 10,000 users moved$/m);
    assert.match(text, /^Users moved \(4,120 of 10,000\)$/m);
  });

  it('names the first ten users that were not moved, and the number of the others', () => {
    const text = textOf(showCard('order', 'full', context));
    assert.match(text, /^40 users were not moved$/m);
    assert.match(text, /^9 .*\(DependencyViolation\)/m);
    assert.doesNotMatch(text, /^10 \[/m);
    assert.match(text, /^And 30 more users\.$/m);
  });

  it('says what to do for each kind of failure, once, with the number of users', () => {
    const text = textOf(showCard('order', 'full', context));
    assert.equal(text.match(/^No free license \(6\): buy/gm)?.length, 1);
    assert.match(text, /^Country \(6\): check the usage location/m);
    assert.match(text, /^No clear reason \(5\): try once more/m);
    const one = textOf(showCard('order', 'one user not moved', context));
    assert.match(one, /^1 user was not moved$/m);
    assert.doesNotMatch(one, /usage location|e-mail address/);
  });

  it('advises to buy no licenses while there are enough that the upgrade gave to nobody', () => {
    const advised = (quantity: number): string => {
      const users = { moved: 22, total: 25, failures: manyFailures.failures.slice(0, 1) };
      const failures = Array(3).fill(users.failures[0]);
      const order = {
        ...orderIn('completedWithUserErrors'),
        quantity,
        users: { ...users, failures },
      };
      const view = {
        order,
        ...names,
        takingBack: 'over',
        timeZone,
        asOf: order.changedAt,
      } as const;
      return textOf(orderCard(view, context));
    };
    assert.match(advised(25), /^No free license at that moment \(3\): 3 of the new licenses were/m);
    assert.doesNotMatch(advised(25), /: buy/);
    assert.match(advised(24), /^No free license \(3\): buy the ones that are missing/m);
  });

  it('names the day until which the old plan can be used, only where it was replaced', () => {
    const until = /stays usable until about December 23, 2026/;
    assert.match(textOf(showCard('order', 'full', context)), until);
    assert.match(textOf(showCard('notice', 'full', context)), until);
    assert.doesNotMatch(textOf(showCard('order', 'one user not moved', context)), /usable/);
  });

  it('has no badge on the notice of an approved credit check once the order has moved on', () => {
    const told = (state: 'provisioning' | 'completed'): string => {
      const order = orderIn(state);
      return textOf(
        noticeCard({ kind: 'creditCheckApproved', order, ...names, timeZone }, context),
      );
    };
    assert.match(told('provisioning'), /^New plan being set up$/m);
    assert.doesNotMatch(told('completed'), /^(New plan being set up|Complete)$/m);
  });

  it('says in the notice how many users were not moved', () => {
    assert.match(textOf(showCard('notice', 'full', context)), /but 40 users could not be moved/);
  });

  it('has no words of its own for a failure that Microsoft invents', () => {
    assert.match(textOf(showCard('order', 'full', context)), /no clear reason \(constructor\)/);
  });

  it('counts no users where the service does not', () => {
    const text = textOf(showCard('order', 'moving users, uncounted', context));
    assert.match(text, /^Users moved$/m);
    assert.doesNotMatch(text, /\d+ of \d+|%/);
  });

  it('says that it can not be taken back where the service takes none back', () => {
    const text = textOf(showCard('order', 'no taking back', context));
    assert.match(text, /takes no orders back/);
    assert.doesNotMatch(text, /You can take this order back/);
  });

  const coming: [variant: string, line: RegExp][] = [
    ['state placed', /^Next: New plan set up\.$/m],
    [
      'credit check with a day',
      /^It should be decided by November 25, 2026\. Next: New plan set up\.$/m,
    ],
    [
      'state provisioning',
      /^Usually ready by 12:24 PM GMT\+1, at the latest around 1:14 PM GMT\+1\. Next: Users moved\.$/m,
    ],
    [
      'set up for half an hour',
      /^Ready around 12:44 PM GMT\+1 at the latest\. Next: Users moved\.$/m,
    ],
    ['no news for a day', /^Next: Users moved\.$/m],
    ['moving users', /^Next: Old plan ended\.$/m],
    [
      'moving users for an hour',
      /^At this pace, everybody is moved by about 12:54 PM GMT\+1\. Next: Old plan ended\.$/m,
    ],
    ['state cancellingOld', /^Next: Upgrade complete\.$/m],
    ['state declined', /^It stopped at this step: Old plan ended\.$/m],
  ];
  for (const [variant, line] of coming) {
    it(`says what comes next and by when, where that is known: ${variant}`, () => {
      assert.match(textOf(showCard('order', variant, context)), line);
    });
  }

  it('that was taken back during its credit check says that it got that far, in both languages', () => {
    const order = orderIn('withdrawn', 'creditCheck');
    const view = { order, ...names, takingBack: 'over', timeZone, asOf: order.changedAt } as const;
    const said = (locale: Locale): string =>
      textOf(orderCard(view, { ...context, l: localiser(locale) }));
    assert.match(said('en-US'), /^It stopped at this step: Credit check\.$/m);
    assert.match(said('sv-SE'), /^Det stannade vid det här steget: Kreditkontroll\.$/m);
  });

  it('shows how far it is as a line, and says so where there are no bars', () => {
    const bars = (variant: string): object[] => {
      const body = showCard('order', variant, context).json.body as { type: string }[];
      return body.filter(({ type }) => type === 'ProgressBar');
    };
    const [bar] = bars('state provisioning') as [{ value: number; fallback: { text: string } }];
    assert.equal(bar.value, 41);
    assert.equal(bar.fallback.text, '2 of 6 steps done');
    assert.equal(bars('moving users').length, 2);
    assert.partialDeepStrictEqual(bars('state completed'), [{ value: 100, color: 'Good' }]);
    assert.partialDeepStrictEqual(bars('state failed'), [{ color: 'Attention' }]);
  });

  it('shows those who were moved and those who were not as one bar', () => {
    const bar = JSON.stringify(showCard('order', 'one user not moved', context).json);
    assert.match(bar, /"legend":"Moved: 24","value":24,"color":"good"/);
    assert.match(bar, /"legend":"Not moved: 1","value":1,"color":"attention"/);
  });

  it('says when nobody knows whether it was taken, and what to do', () => {
    const text = textOf(showCard('order', 'nobody knows', context));
    assert.match(text, /I don't send it again\. Please ask support/);
    assert.doesNotMatch(text, /passing it on|back|Next:/);
  });

  it('that lapsed tells both prices in its notice, and leads to a new beginning', () => {
    const notice = showCard('notice', 'lapsed at another price', context);
    const text = textOf(notice).replace(/[\u00a0\u202f]/g, ' ');
    assert.match(text, /Nothing was ordered, and nothing is charged/);
    assert.match(text, /^Confirmed\n.* when ordered, .* off the next invoice, then .*$/m);
    assert.match(text, /^Today\nSEK 1,234,567\.89 when ordered, then SEK 123,456,789\.00/m);
    assert.ok(pressesOf(notice).includes('upgrade.start'));
    assert.match(textOf(showCard('notice', 'lapsed', context)), /^Could not be found out$/m);
  });

  it('says by when the credit check is decided', () => {
    assert.match(
      textOf(showCard('order', 'credit check with a day', context)),
      /decided by November 25, 2026/,
    );
  });

  const buttons: [variant: string, presses: string[]][] = [
    ['state placed', ['order.refresh', 'order.withdraw']],
    ['state creditCheck', ['order.refresh', 'order.withdraw']],
    ['asked back', ['order.refresh']],
    ['state provisioning', ['order.refresh']],
    ['no news for a day', ['order.refresh', 'support.request']],
    ['state completed', ['order.page']],
    ['page asked for', []],
    ['state completedWithUserErrors', ['order.page', 'support.request']],
    ['state declined', ['support.request']],
    ['state withdrawn', []],
    ['state lapsed', []],
    ['no taking back', ['order.refresh']],
    ['nobody knows', ['order.refresh', 'support.request']],
    ['state failed', ['support.request']],
  ];
  for (const [variant, presses] of buttons) {
    it(`offers ${presses.join(' and ') || 'nothing'} with ${variant}`, () => {
      assert.deepEqual(pressesOf(showCard('order', variant, context)), presses);
    });
  }
});
