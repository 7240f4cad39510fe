import assert from 'node:assert/strict';
import { cardKinds } from '../../cards/cards.ts';
import type { Card } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import { locales } from '../../locales/localiser.ts';
import { brokenRules, verbsOn } from '../support/cardRules.ts';
import { hostileName } from '../support/sampleData.ts';
import { sampleCards } from '../support/sampleViews.ts';
import { sentences, strictLocaliser } from '../support/strictLocaliser.ts';

const token = 'T'.repeat(64);

describe('every card in every language', () => {
  for (const locale of locales) {
    for (const { id, verbs } of cardKinds) {
      it(`${id} card, ${locale}: keeps the rules with every view, and offers each of its verbs`, () => {
        const context = { l: strictLocaliser(locale), token };
        const offered = new Set<string>();
        const broken = Object.entries(sampleCards[id]).flatMap(([view, draw]) => {
          const card = drawn(() => draw(context));
          if (typeof card === 'string') return `${view}: ${card}`;
          for (const verb of verbsOn(card)) offered.add(verb);
          return brokenRules(card, { id, verbs, token }).map((rule) => `${view}: ${rule}`);
        });
        assert.deepEqual(broken, []);
        assert.deepEqual([...offered].sort(), [...verbs].sort());
      });
    }

    it(`${locale}: no sentence of the cards is left unused`, () => {
      const l = strictLocaliser(locale);
      const own = /^(cards|terms|effects|answers)\./;
      for (const draw of Object.values(sampleCards).flatMap(Object.values)) draw({ l, token });
      const unused = [...sentences(locale).keys()].filter(
        (key) => own.test(key) && !l.used.has(key),
      );
      assert.deepEqual(unused, []);
    });
  }

  it('closed card: keeps the rules', () => {
    const card = closedCard({ title: 'Check your order', outcome: hostileName }, 'review');
    assert.deepEqual(brokenRules(card, { id: 'review', verbs: [], token }), []);
  });
});

/** @returns what is wrong when it can't be drawn */
function drawn(draw: () => Card): Card | string {
  try {
    return draw();
  } catch (error) {
    return String(error);
  }
}
