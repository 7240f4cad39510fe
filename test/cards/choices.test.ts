import assert from 'node:assert/strict';
import type { CardId } from '../../cards/cards.ts';
import type { Card } from '../../cards/kit/card.ts';
import { caseStateSchema } from '../../commerce/support/case.ts';
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
    ['plans', 'one', [`plan.choose:${plainItem.choice}`]],
    ['plans', 'none', ['upgrade.start']],
    ['change-to', 'one', ['manual.choose:a', 'manual.choose:b']],
    [
      'diagnosis',
      'preparable',
      [
        'approval.prepare',
        'diagnosis.recheck',
        'diagnosis.watch',
        'manual.start',
        'support.request',
      ],
    ],
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

  it('opens the file of a case by one button, whatever its state', () => {
    for (const state of caseStateSchema.options) {
      const looks = pressesOf(showCard('case', state, context)).filter(
        (one) => one === 'case.look',
      );
      assert.equal(looks.length, 1, state);
    }
  });

  it('asks to compare only when there are two plans', () => {
    assert.equal(input('plans', 'one', 'compare'), undefined);
    assert.equal(input('plans', 'full', 'compare')?.isMultiSelect, true);
  });

  it('never asks for fewer licenses than the upgrade takes, nor for more than it may', () => {
    const { min, max, value } = input('configure', 'full', 'quantity') ?? {};
    assert.deepEqual([min, max, value], [1200, 1_000_000, 1200]);
    assert.equal(input('configure', 'plain', 'quantity')?.max, undefined);
  });

  it('asks for one of the ways to buy that are sold, at its price, with the present one chosen', () => {
    const { choices, value } = input('configure', 'plain', 'terms') ?? {};
    assert.deepEqual(choices, [
      { title: '1 month, paid monthly: $26.40 per month', value: 'P1M monthly' },
      { title: '1 year, paid yearly: $264.00 per year', value: 'P1Y annual' },
    ]);
    assert.equal(value, 'P1Y annual');
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

interface TableJson {
  columns: unknown[];
  rows: { cells: unknown[] }[];
}

type ElementJson = TableJson & { type: string; items?: ElementJson[] };

/** Also those that are folded. */
function tablesOf({ json }: Card): TableJson[] {
  const body = json.body as ElementJson[];
  return body
    .flatMap((element) => [element, ...(element.items ?? [])])
    .filter(({ type }) => type === 'Table');
}

function folded(variant: string): Record<string, unknown> | undefined {
  const { body } = showCard('plans', variant, context).json as { body: Record<string, unknown>[] };
  return body.find(({ id }) => id === 'more-plans');
}

describe('what cards tell about plans', () => {
  it('puts the price per licence right below the name, and the total after it', () => {
    const text = textOf(showCard('plans', 'one', context));
    assert.match(
      text,
      /Premium\n\$22\.00 per license and month\n\$550\.00 a month in all · 1 year, paid yearly/,
    );
  });

  it('names every loss, and as many gains as can be read', () => {
    const text = textOf(showCard('plans', 'full', context));
    assert.match(text, /New: (?:[^;]+; ){3}and 17 more/);
    assert.match(text, /No longer: (?:[^;\n]+; ){11}[^;\n]+\n/);
    assert.match(text, / · something goes away\n/);
  });

  it('proposes one plan, says why, and what each costs more a month than today', () => {
    const text = textOf(showCard('plans', 'recommended', context));
    assert.match(
      text,
      /Recommended\n[^\n]+\n\+\$237\.50 a month for 25 licenses\n\$22\.00 [^\n]+\n/,
    );
    assert.match(
      text,
      /The lowest price at which your users lose nothing\.\n✓ New for your users:\n\n- /,
    );
    assert.match(text, /Costs the same as today\n\$12\.50 per license and month\n/);
  });

  it('shows three plans at once, and the others where they are asked for', () => {
    const more = folded('as many as fit');
    assert.equal(more?.isVisible, false);
    assert.equal([more?.items].flat().length, 2);
  });

  it('has one button for more plans: the next page is where they are shown, and then all are seen', () => {
    const more = folded('more than fit');
    assert.match(JSON.stringify(more), /"verb":"plan.page"[^}]*"choice":"2"/);
    const { actions } = showCard('plans', 'more than fit', context).json;
    assert.doesNotMatch(JSON.stringify(actions), /plan\.page/);
    assert.equal(folded('full'), undefined);
  });

  it('says in words what each of two plans has, has not and loses', () => {
    const text = textOf(showCard('comparison', 'two unlike plans', context));
    assert.match(text, /Mail archive \(Exchange\)\n– Not included\n✓ Higher level/);
    assert.match(text, /- Sensitivity labels\n(?:- .*\n)+✓ As today\n– No longer included/);
    assert.match(text, /- Windows Enterprise\n(?:- .*\n)+– Not included\n✓ New/);
    assert.match(text, /Licenses\nNo limit\nAt most 300/);
  });

  it('shows what differs between plans, and what is alike where it is asked for', () => {
    const card = showCard('comparison', 'three unlike plans', context);
    const [different, alike] = tablesOf(card).map(({ rows }) =>
      rows
        .slice(1)
        .map((row) => new Set(row.cells.slice(1).map((cell) => JSON.stringify(cell))).size),
    );
    assert(different && different.length > 0 && different.every((kinds) => kinds > 1));
    assert(alike && alike.length > 0 && alike.every((kinds) => kinds === 1));
    const folded = (card.json.body as { id?: string; isVisible?: boolean }[]).find(
      ({ id }) => id === 'alike',
    );
    assert.equal(folded?.isVisible, false);
  });

  it('sets three plans side by side, in rows that they differ in alike', () => {
    const card = showCard('comparison', 'three unlike plans', context);
    assert.match(textOf(card), /Chats and meetings \(Teams\)\n(?:– No longer included\n?){3}/);
    const [different, alike] = tablesOf(card);
    assert.equal(different?.columns.length, 4);
    // Header, three of prices, seats, services, and each way in which three plans gain or lose.
    const rows = [...(different?.rows ?? []), ...(alike?.rows.slice(1) ?? [])];
    assert.equal(rows.length, 1 + 3 + 1 + 5 + 7 + 7);
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
