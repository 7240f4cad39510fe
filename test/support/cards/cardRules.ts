/** What holds of every card, rule by rule. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Card } from '../../../cards/kit/card.ts';

const { AdaptiveCard, SerializationContext, Versions, ValidationEvent } = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.min.js') as typeof import('adaptivecards');

/** A card's JSON by the names that are looked at here. */
interface Json {
  [name: string]: unknown;
  type?: unknown;
  style?: unknown;
  text?: unknown;
  body?: unknown;
  fallback?: unknown;
  actions?: unknown;
  data?: unknown;
  label?: unknown;
  errorMessage?: unknown;
  isRequired?: unknown;
  altText?: unknown;
}

interface Expected {
  id: string;
  verbs: readonly string[];
  token: string;
  /** The sentence that says so, and whether the card has to. */
  simulation: { line: string; said: boolean };
}

/** Bytes; Teams refuses cards of more than 28 KB. */
const largest = 20 * 1024;
/** Elements that only some clients draw. */
const newer = ['Badge', 'ProgressBar', 'Chart.HorizontalBar.Stacked'];
const unfilled =
  /\{\{|undefined|\bNaN\b|\[object|\b(cards|terms|effects|answers|reasons|features|services)\.\w/;

const rules: Record<string, (card: Card, expected: Expected) => void> = {
  'is an Adaptive Card 1.5': (card) => {
    assert.equal(card.json.version, '1.5');
    assert.deepEqual(parseProblems(card), []);
  },

  'fits into 20 KB': ({ json }) => {
    const bytes = Buffer.byteLength(JSON.stringify(json));
    assert.ok(bytes <= largest, `${bytes} bytes`);
  },

  'has its id': (card, { id }) => assert.equal(card.id, id),

  'has a title and can be read aloud': ({ json, summary }) => {
    const title = nodes((json.body as Json[])[0]).find(({ style }) => style === 'heading');
    assert.ok(title, 'no heading at the top');
    const { speak, fallbackText } = json;
    for (const [name, text] of Object.entries({ title: title.text, speak, fallbackText, summary }))
      assert.ok(typeof text === 'string' && text.trim() !== '', name);
  },

  'has no blanks, keys or raw values in its text': ({ json, summary }) => {
    for (const text of strings([json, summary])) assert.doesNotMatch(text, unfilled);
  },

  'says of prices and orders that they are simulated, where they are, and only there': (
    { json, summary },
    { simulation: { line, said } },
  ) => {
    const lines = strings(json.body).filter((text) => text === line);
    assert.equal(lines.length, said ? 1 : 0);
    const { speak, fallbackText } = json;
    for (const [name, text] of Object.entries({ speak, fallbackText, summary }))
      assert.equal(String(text).includes(line), said, name);
  },

  "lets no stranger's text be read as Markdown": (card) => {
    const markdown = [...ofType(card, /^TextBlock$/), ...ofType(card, /^FactSet$/)];
    for (const text of strings(markdown)) assert.doesNotMatch(text, /\]\(https:\/\/evil/);
  },

  'says the same to clients without newer elements': (card) => {
    for (const element of ofType(card, new RegExp(`^(${newer.join('|')})$`))) {
      const fallback = element.fallback as Json;
      assert.equal(fallback.type, 'TextBlock');
      assert.ok(fallback.text, 'a fallback without text');
      if (element.text !== undefined) assert.equal(fallback.text, element.text);
      for (const { title, legend } of nodes(element.data))
        for (const said of [title, legend])
          assert.ok(typeof said !== 'string' || String(fallback.text).includes(said), String(said));
    }
  },

  'says nothing by a colour or a mark alone': (card) => {
    for (const { text, value } of nodes(card.json)) {
      for (const said of [text, value]) {
        if (typeof said === 'string' && said !== '') assert.match(said, /[\p{L}\p{N}?]/u);
      }
    }
  },

  'asks with labels and error messages': (card) => {
    for (const input of ofType(card, /^Input\./)) {
      assert.ok(input.label && input.errorMessage, String(input.id));
      assert.equal(input.isRequired, true);
    }
  },

  'shows images with alternative text': (card) => {
    for (const image of ofType(card, /^Image$/)) assert.ok(image.altText, 'an image without');
  },

  'has buttons that say the same as Execute and as Submit': (card, { token }) => {
    for (const execute of ofType(card, /^Action\.Execute$/)) {
      const { type: _, verb, fallback, ...rest } = execute;
      const { type: fallbackType, ...submit } = fallback as Json;
      assert.equal(fallbackType, 'Action.Submit');
      assert.deepEqual(submit, rest);
      const data = rest.data as Json;
      assert.deepEqual([data.v, data.verb, data.token], [1, verb, token]);
    }
    const lone = ofType(card, /^Action\.Submit$/).length;
    assert.equal(lone, ofType(card, /^Action\.Execute$/).length);
  },

  'has only its own verbs': (card, { verbs }) => {
    assert.deepEqual(
      verbsOn(card).filter((verb) => !verbs.includes(verb)),
      [],
    );
  },

  'has at most five buttons in a row': (card) => {
    for (const { actions } of [card.json as Json, ...ofType(card, /^ActionSet$/)])
      assert.ok((actions as Json[]).length <= 5, `${(actions as Json[]).length} buttons`);
  },

  'has at most one button that leads on': (card) => {
    const leading = ofType(card, /^Action\.Execute$/).filter(({ style }) => style === 'positive');
    assert.ok(leading.length <= 1, `${leading.length} buttons`);
  },
};

/** @returns the rules that the card breaks, each with what is wrong. */
export function brokenRules(card: Card, expected: Expected): string[] {
  return Object.entries(rules).flatMap(([name, check]) => {
    try {
      check(card, expected);
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}

/** Those of its buttons. */
export function verbsOn(card: Card): string[] {
  return ofType(card, /^Action\.Execute$/).map(({ verb }) => String(verb));
}

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
