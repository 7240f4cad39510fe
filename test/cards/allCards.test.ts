import assert from 'node:assert/strict';
import { type CardId, cardKinds } from '../../cards/cards.ts';
import type { Card, TenantNature } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { brokenRules, verbsOn } from '../support/cards/cardRules.ts';
import { hostileName } from '../support/cards/sampleData.ts';
import { sampleCards } from '../support/cards/sampleViews.ts';
import { sentences, strictLocaliser } from '../support/cards/strictLocaliser.ts';
import { textOf } from '../support/teams/cardText.ts';

const natures: readonly TenantNature[] = [
  { simulated: true },
  { simulated: false },
  { simulated: false, listPrices: true },
];
const token = 'T'.repeat(64);
/** What support asks for is not shown for its own sake, and most answers have nothing of the kind. */
const onlyQuotes: readonly CardId[] = ['answer'];

describe('every card in every language', () => {
  for (const locale of locales) {
    const line = localiser(locale).t('cards.common.simulated');

    for (const { id, verbs, showsPriceOrOrder = false } of cardKinds) {
      it(`${id} card, ${locale}: keeps the rules with every view, and offers each of its verbs`, () => {
        const offered = new Set<string>();
        const broken = Object.entries(sampleCards[id]).flatMap(([name, draw]) =>
          natures.flatMap((nature) => {
            const { simulated } = nature;
            const view = `${name}, ${JSON.stringify(nature)}`;
            const card = drawn(() => draw({ l: strictLocaliser(locale), token, ...nature }));
            if (typeof card === 'string') return `${view}: ${card}`;
            for (const verb of verbsOn(card)) offered.add(verb);
            const simulation = { line, said: simulated && showsPriceOrOrder };
            const expected = { id, verbs, token, simulation };
            return brokenRules(card, expected).map((rule) => `${view}: ${rule}`);
          }),
        );
        assert.deepEqual(broken, []);
        assert.deepEqual([...offered].sort(), [...verbs].sort());
      });
    }

    it(`${locale}: each card has a closed form that keeps the rules`, () => {
      const l = strictLocaliser(locale);
      const expected = { verbs: [], token, simulation: { line, said: false } };
      const broken = cardKinds.flatMap(({ id }) => {
        if (!l.has(`dialogs.closed.${id}`)) return `${id}: has no title`;
        const title = l.t(`dialogs.closed.${id}`);
        const card = closedCard({ title, outcome: hostileName }, id);
        return brokenRules(card, { ...expected, id }).map((rule) => `${id}: ${rule}`);
      });
      assert.deepEqual(broken, []);
    });

    it(`${locale}: no sentence of the cards is left unused`, () => {
      const l = strictLocaliser(locale);
      const own = /^(cards|terms|effects|answers)\./;
      for (const draw of Object.values(sampleCards).flatMap(Object.values)) {
        for (const nature of natures) draw({ l, token, ...nature });
      }
      const unused = [...sentences(locale).keys()].filter(
        (key) => own.test(key) && !l.used.has(key),
      );
      assert.deepEqual(unused, []);
    });
  }

  it('that shows an amount or an order says that it is simulated', () => {
    const context = { l: localiser('en-US'), token, simulated: true };
    const shown = /[$€]\d|SEK\s\d|UPG-\w{8}/;
    const silent = cardKinds.flatMap(({ id, showsPriceOrOrder }) =>
      showsPriceOrOrder || onlyQuotes.includes(id)
        ? []
        : Object.entries(sampleCards[id])
            .filter(([, draw]) => shown.test(textOf(draw(context))))
            .map(([view]) => `${id}: ${view}`),
    );
    assert.deepEqual(silent, []);
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
