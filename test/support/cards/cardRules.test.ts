import assert from 'node:assert/strict';
import type { Card } from '../../../cards/kit/card.ts';
import { reviewCardKind } from '../../../cards/upgrade/review/reviewCard.ts';
import { localiser } from '../../../locales/localiser.ts';
import { brokenRules } from './cardRules.ts';
import { hostileName } from './sampleData.ts';
import { showCard } from './showCard.ts';

type Json = Record<string, unknown>;

const token = 'T'.repeat(64);
const line = 'Simulated';
const simulation = { line, said: false };
const good = (): Card =>
  showCard('review', 'plain', { l: localiser('en-US'), token, simulated: false });
const broken = (card: Card): string[] =>
  brokenRules(card, { ...reviewCardKind, token, simulation });

/** Adds to the body of a good card. */
const adding =
  (...elements: Json[]) =>
  ({ json }: Card): void => {
    (json.body as Json[]).push(...elements);
  };
const firstButton = ({ json }: Card): Json => (json.actions as Json[])[0]!;
const text = (words: string): Json => ({ type: 'TextBlock', text: words });

describe('the rules of cards', () => {
  it('hold for a good card', () => {
    assert.deepEqual(broken(good()), []);
  });

  const cases: [breaks: (card: Card) => void, rule: RegExp][] = [
    [adding({ type: 'TextBlok' }), /^is an Adaptive Card 1\.5: .*TextBlok/s],
    [({ json }) => Object.assign(json, { version: '1.6' }), /^is an Adaptive Card 1\.5: .*1\.6/s],
    [adding(text('x'.repeat(20 * 1024))), /^fits into 20 KB: \d{5} bytes/],
    [(card) => Object.assign(card, { id: 'order' }), /^has its id: .*order/s],
    [({ json }) => (json.body as Json[]).shift(), /^has a title and can be read aloud/],
    [({ json }) => Object.assign(json, { speak: ' ' }), /^has a title .*: speak/],
    [(card) => Object.assign(card, { summary: '' }), /^has a title .*: summary/],
    [adding(text('for {{plan}}')), /^has no blanks, keys or raw values .*\{\{plan/s],
    [adding(text('cards.review.title')), /^has no blanks, keys or raw values /],
    [adding(text(line)), /^says of prices and orders /],
    [({ json }) => Object.assign(json, { speak: line }), /^says of .*: speak/],
    [adding(text(hostileName)), /^lets no stranger's text be read as Markdown/],
    [
      adding({ type: 'Badge', text: 'Done', fallback: text('Not done') }),
      /^says the same to clients without newer elements: .*Not done/s,
    ],
    [adding({ ...text('✓'), color: 'Good' }), /^says nothing by a colour or a mark alone: .*✓/s],
    [
      adding({
        type: 'Chart.HorizontalBar.Stacked',
        data: [{ title: 'All', data: [{ legend: 'Lost: 5', value: 5 }] }],
        fallback: text('All'),
      }),
      /^says the same to clients without newer elements: .*Lost: 5/s,
    ],
    [
      adding({ type: 'Input.Text', id: 'name', isRequired: true, label: 'Name' }),
      /^asks with .*: name/,
    ],
    [adding({ type: 'Image', url: 'https://contoso.example/a.png' }), /^shows images with /],
    [
      (card) => Object.assign(firstButton(card), { title: 'Buy' }),
      /^has buttons that say the same /,
    ],
    [(card) => delete firstButton(card).fallback, /^has buttons that say the same /],
    [
      (card) => Object.assign(firstButton(card), { verb: 'plan.choose' }),
      /^has only its own verbs: .*plan\.choose/s,
    ],
    [
      (card) => (card.json.actions as Json[]).push(...Array(4).fill(firstButton(card))),
      /^has at most five buttons in a row: 6/,
    ],
    [
      (card) => (card.json.actions as Json[]).push(firstButton(card)),
      /^has at most one button that leads on: 2/,
    ],
  ];
  for (const [breaks, rule] of cases) {
    it(`find and name what breaks: ${rule.source}`, () => {
      const card = good();
      breaks(card);
      const found = broken(card);
      assert.ok(
        found.some((one) => rule.test(one)),
        found.join('\n'),
      );
    });
  }
});
