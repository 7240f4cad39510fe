import assert from 'node:assert/strict';
import type { CardId } from '../../cards/cards.ts';
import { localiser } from '../../locales/localiser.ts';
import { card as cardMethod, guid, plainItem } from '../support/cards/sampleData.ts';
import { showCard } from '../support/cards/showCard.ts';
import { pressesOf, textOf } from '../support/teams/cardText.ts';

const context = { l: localiser('en-US'), token: 't', simulated: false };

function input(id: CardId, variant: string, name: string): Record<string, unknown> | undefined {
  const find = (node: unknown): Record<string, unknown>[] => {
    if (typeof node !== 'object' || node === null) return [];
    const own = (node as { id?: string }).id === name ? [node as Record<string, unknown>] : [];
    return [...own, ...Object.values(node).flatMap(find)];
  };
  return find(showCard(id, variant, context).json)[0];
}

describe('what cards let choose', () => {
  const presses: [id: CardId, variant: string, presses: string[]][] = [
    ['products', 'one', ['product.choose:sub-1']],
    ['products', 'other states', [...Array(2).fill('product.choose:sub-2'), 'product.page:2']],
    [
      'plans',
      'full',
      [
        ...Array(5).fill(`plan.choose:${guid}`),
        'plan.compare',
        'plan.page:1',
        'plan.page:3',
        'upgrade.start',
      ],
    ],
    ['plans', 'one', [`plan.choose:${plainItem.choice}`, 'upgrade.start']],
    ['plans', 'none', ['upgrade.start']],
    ['comparison', 'plain', [`plan.choose:${plainItem.choice}`, 'plan.choose:other', 'plan.back']],
    ['status', 'one', ['order.refresh:UPG-0A1B2C3D']],
    ['status', 'none', ['upgrade.start']],
    ['change-payment', 'none usable', ['review.back']],
    ['answer', 'help', ['support.request']],
    ['answer', 'support', ['answer.back']],
  ];
  for (const [id, variant, expected] of presses) {
    it(`${id} card, ${variant}: ${expected.join(', ')}`, () => {
      assert.deepEqual(pressesOf(showCard(id, variant, context)), expected);
    });
  }

  it('asks to compare only when there are two plans', () => {
    assert.equal(input('plans', 'one', 'compare'), undefined);
    assert.equal(input('plans', 'full', 'compare')?.isMultiSelect, true);
  });

  it('never asks for fewer licenses than the upgrade takes, nor for more than it may', () => {
    const { min, max, value } = input('configure', 'full', 'quantity') ?? {};
    assert.deepEqual([min, max, value], [1200, 1_000_000, 1200]);
    assert.equal(input('configure', 'plain', 'quantity')?.max, undefined);
  });

  it('asks for a term and a cycle among those on sale, with the present ones chosen', () => {
    assert.deepEqual(input('configure', 'plain', 'term')?.choices, [
      { title: '1 month', value: 'P1M' },
      { title: '1 year', value: 'P1Y' },
    ]);
    assert.equal(input('configure', 'plain', 'billing')?.value, 'annual');
  });

  it('tells what was wrong with the last answer, numbers written out', () => {
    const text = textOf(showCard('configure', 'full', context));
    assert.match(text, /^Enter a whole number, 1,200 or more\.$/m);
  });

  it('offers only payment methods that can be used, and explains the others', () => {
    const { choices, value } = input('change-payment', 'full', 'paymentMethod') ?? {};
    assert.equal((choices as unknown[]).length, 5);
    assert.equal(value, undefined);
    assert.match(
      textOf(showCard('change-payment', 'full', context)),
      /at least SEK 123,456,789\.00/,
    );
    assert.equal(input('change-payment', 'plain', 'paymentMethod')?.value, cardMethod.id);
    assert.equal(input('change-payment', 'none usable', 'paymentMethod'), undefined);
  });

  it('lets the country of an address stay as it is', () => {
    assert.equal(input('change-soldto', 'plain', 'country'), undefined);
    assert.match(textOf(showCard('change-soldto', 'plain', context)), /^Sweden$/m);
  });
});

describe('what cards tell about plans', () => {
  it('puts the price per licence right below the name, and the total after it', () => {
    const text = textOf(showCard('plans', 'one', context));
    assert.match(
      text,
      /Premium\n\$22\.00 per license and month\n\$550\.00 a month for 1 license · 1 year, paid yearly/,
    );
  });

  it('names every loss, and as many gains as can be read', () => {
    const text = textOf(showCard('plans', 'full', context));
    assert.match(text, /New for your users: (?:[^;]+; ){6}and 14 more/);
    assert.match(text, /no longer included: (?:[^;\n]+; ){11}[^;\n]+\n/);
  });

  it('says in words what each of two plans has, has not and loses', () => {
    const text = textOf(showCard('comparison', 'two unlike plans', context));
    assert.match(text, /Mail archive \(Exchange\)\n– Not included\n✓ Higher level/);
    assert.match(text, /- Sensitivity labels\n(?:- .*\n)+✓ As today\n– No longer included/);
    assert.match(text, /- Windows Enterprise\n(?:- .*\n)+– Not included\n✓ New/);
    assert.match(text, /Licenses\nNo limit\nAt most 300/);
  });

  it('sets three plans side by side, in rows that they differ in alike', () => {
    const card = showCard('comparison', 'three unlike plans', context);
    assert.match(textOf(card), /Chats and meetings \(Teams\)\n(?:– No longer included\n?){3}/);
    const body = card.json.body as { type: string; columns: unknown[]; rows: unknown[] }[];
    const table = body.find(({ type }) => type === 'Table')!;
    assert.equal(table.columns.length, 4);
    // Header, three of prices, seats, services, and each way in which three plans gain or lose.
    assert.equal(table.rows.length, 1 + 3 + 1 + 5 + 7 + 7);
    assert.equal(pressesOf(card).filter((press) => press.startsWith('plan.choose')).length, 3);
  });
});

describe('what the diagnosis card tells', () => {
  it('has each reason with cause, remedy and code', () => {
    const text = textOf(showCard('diagnosis', 'one', context));
    assert.match(text, /Code for support: LICENSE_CONFLICT/);
    assert.match(text, /worth checking again from Nov 23, 2026, 12:14 PM GMT\+1/);
  });

  it('says so when a re-check found nothing new', () => {
    assert.match(textOf(showCard('diagnosis', 'nothing changed', context)), /Nothing has changed/);
  });
});
