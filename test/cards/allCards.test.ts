import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { type CardId, cardKinds, verbs, verbsOfCard } from '../../cards/cards.ts';
import type { Card } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import { locales } from '../../locales/localiser.ts';
import { hostileName } from '../support/sampleData.ts';
import { showCard, variantsOf } from '../support/showCard.ts';
import { sentences, strictLocaliser } from '../support/strictLocaliser.ts';

/** A card's JSON by the names that are looked at here. */
interface Json {
  [name: string]: unknown;
  type?: unknown;
  style?: unknown;
  text?: unknown;
  body?: unknown;
  version?: unknown;
  speak?: unknown;
  fallbackText?: unknown;
  fallback?: unknown;
  actions?: unknown;
  data?: unknown;
  label?: unknown;
  errorMessage?: unknown;
  isRequired?: unknown;
  altText?: unknown;
}

const { AdaptiveCard, SerializationContext, Versions, ValidationEvent } = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.min.js') as typeof import('adaptivecards');

/** Elements that only some clients draw. */
const newer = ['Badge', 'ProgressBar'];
const token = 'T'.repeat(64);
const cardIds = cardKinds.map(({ id }) => id);
const localisers = locales.map(strictLocaliser);

/** Every JSON object in a card, fallbacks included. */
function nodes(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(nodes)];
}

function ofType(card: Card, type: RegExp): Json[] {
  return nodes(card.json).filter((node) => type.test(String(node.type)));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

interface Sample {
  name: string;
  id: CardId;
  show(): Card;
}

const samples: Sample[] = localisers.flatMap((l) =>
  cardIds.flatMap((id) =>
    variantsOf(id).map((variant) => ({
      name: `${id} card, ${variant}, ${l.locale}`,
      id,
      show: () => showCard(id, variant, { l, token }),
    })),
  ),
);
const closed: Sample = {
  name: 'closed card',
  id: 'review',
  show: () => closedCard({ title: 'Check your order', outcome: hostileName }, 'review'),
};

function parseProblems(card: Card): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(structuredClone(card.json), context);
  const events = Array.from({ length: context.eventCount }, (_, index) =>
    context.getEventAt(index),
  );
  return [
    ...events
      .filter(
        ({ event, message }) =>
          event !== ValidationEvent.UnknownElementType ||
          !newer.some((type) => message.includes(`"${type}"`)),
      )
      .map(({ message }) => message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

describe('every card in every language', () => {
  for (const { name, id, show } of [...samples, closed]) {
    describe(name, () => {
      let card: Card;
      before(() => {
        card = show();
      });

      it(`is an Adaptive Card 1.5 that fits into 20 KB and can be read aloud`, () => {
        assert.deepEqual(parseProblems(card), []);
        const bytes = Buffer.byteLength(JSON.stringify(card.json));
        assert.ok(bytes <= 20 * 1024, `${bytes} bytes`);
        assert.equal(card.id, id);
        assert.equal(card.json.version, '1.5');
        const [title] = card.json.body as Json[];
        assert.equal(title?.style, 'heading');
        for (const text of [title?.text, card.json.speak, card.json.fallbackText, card.summary])
          assert.ok(typeof text === 'string' && text.trim() !== '');
      });

      it(`has no blanks, keys or raw values in its text`, () => {
        for (const text of strings([card.json, card.summary]))
          assert.doesNotMatch(
            text,
            /\{\{|undefined|\bNaN\b|\[object|\b(cards|terms|effects|answers|reasons|features|services)\.\w/,
          );
      });

      it(`lets no stranger's text be read as Markdown`, () => {
        const markdown = [...ofType(card, /^TextBlock$/), ...ofType(card, /^FactSet$/)];
        for (const text of strings(markdown)) assert.doesNotMatch(text, /\]\(https:\/\/evil/);
      });

      it(`says the same to clients without newer elements`, () => {
        for (const element of ofType(card, new RegExp(`^(${newer.join('|')})$`))) {
          const fallback = element.fallback as Json;
          assert.equal(fallback.type, 'TextBlock');
          assert.ok(fallback.text);
          if (element.text !== undefined) assert.equal(fallback.text, element.text);
        }
      });

      it(`asks with labels and error messages, shows images with alternative text`, () => {
        for (const input of ofType(card, /^Input\./)) {
          assert.ok(input.label && input.errorMessage);
          assert.equal(input.isRequired, true);
        }
        for (const image of ofType(card, /^Image$/)) assert.ok(image.altText);
      });

      it(`has buttons that say the same as Execute and as Submit`, () => {
        for (const execute of ofType(card, /^Action\.Execute$/)) {
          const { type, verb, fallback, ...rest } = execute;
          const { type: fallbackType, ...submit } = fallback as Json;
          assert.equal(type, 'Action.Execute');
          assert.equal(fallbackType, 'Action.Submit');
          assert.deepEqual(submit, rest);
          const data = rest.data as Json;
          assert.deepEqual([data.v, data.verb, data.token], [1, verb, token]);
          assert.ok((verbsOfCard[id] as readonly unknown[]).includes(verb), String(verb));
        }
        const lone = ofType(card, /^Action\.Submit$/).length;
        assert.equal(lone, ofType(card, /^Action\.Execute$/).length);
      });

      it(`has at most five buttons in a row, one of them leading on`, () => {
        const rows = [card.json, ...ofType(card, /^ActionSet$/)];
        for (const row of rows) assert.ok((row.actions as Json[]).length <= 5);
        const primary = ofType(card, /^Action\.Execute$/).filter(
          ({ style }) => style === 'positive',
        );
        assert.ok(primary.length <= 1);
      });
    });
  }

  for (const id of cardIds) {
    it(`${id} card: offers each of its verbs`, () => {
      const offered = samples
        .filter((sample) => sample.id === id)
        .flatMap(({ show }) => ofType(show(), /^Action\.Execute$/).map(({ verb }) => verb));
      assert.deepEqual([...new Set(offered)].sort(), [...verbsOfCard[id]].sort());
    });
  }

  it('together offer every verb', () => {
    const offered = samples.flatMap(({ show }) => ofType(show(), /^Action\.Execute$/));
    assert.deepEqual(new Set(offered.map(({ verb }) => verb)), new Set(verbs));
  });

  for (const l of localisers) {
    it(`${l.locale}: no sentence of the cards is left unused`, () => {
      const own = /^(cards|terms|effects|answers)\./;
      const unused = [...sentences(l.locale).keys()].filter(
        (key) => own.test(key) && !l.used.has(key),
      );
      assert.deepEqual(unused, []);
    });
  }
});
