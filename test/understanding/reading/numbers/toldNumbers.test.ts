import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { countOf } from '../../../../understanding/reading/numbers/quantity.ts';
import { strays } from '../../../../understanding/strays.ts';
import { understand } from '../../../../understanding/understand.ts';

const itemSchema = z.strictObject({
  text: z.string(),
  quantity: z.union([z.int(), z.enum(['ask', 'none'])]),
});
type Item = z.infer<typeof itemSchema>;

const owned = 25;

/** `ask` where a number in the text is not taken. */
function read(text: string): number | 'ask' | 'none' {
  const { quantity } = understand(text);
  if (quantity === undefined) return 'none';
  const count = quantity === 'unclear' || strays(text) ? NaN : countOf(quantity, owned, owned);
  return Number.isInteger(count) ? count : 'ask';
}

async function itemsOf(language: string, half: string): Promise<Item[]> {
  const path = join(import.meta.dirname, 'told', `${language}.${half}.json`);
  return z.array(itemSchema).parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Of 100 sentences of fresh writers; nobody learns from those of `final`. */
const halves = [
  { half: 'work', mostWrong: 2, leastRight: 80 },
  { half: 'final', mostWrong: 6, leastRight: 73 },
];

describe('A number of licences, as people tell it', () => {
  for (const language of ['en', 'sv']) {
    for (const { half, mostWrong, leastRight } of halves) {
      it(`is read rightly or asked, hardly ever read as another one: ${language}, ${half}`, async () => {
        const items = await itemsOf(language, half);
        const wrong = items.filter(({ text, quantity }) => {
          const count = read(text);
          return typeof count === 'number' && count !== quantity;
        });
        const right = items.filter(({ text, quantity }) => read(text) === quantity);
        assert.ok(
          wrong.length <= mostWrong,
          half === 'work' ? wrong.map(({ text }) => text).join('\n') : `${wrong.length} wrong`,
        );
        assert.ok(right.length >= leastRight, `${right.length} of ${items.length}`);
      });
    }
  }
});
