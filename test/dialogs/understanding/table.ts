/**
 * `npm run understanding`: says every sentence of the exam to the bot, and counts what it made of them.
 *
 * `-- --half final` measures by the half that nobody learns from; `-- --show` prints what went wrong.
 */
import { parseArgs } from 'node:util';
import { exams, type Half, readExam } from './examItem.ts';
import { judge, type Verdict } from './judge.ts';
import { Sitting } from './sitting.ts';

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'work' },
    show: { type: 'boolean', default: false },
  },
});

const sitting = await Sitting.open();
const rows: Record<string, string | number>[] = [];
for (const name of exams) {
  const counts: Record<Verdict, number> = { right: 0, asked: 0, wrong: 0, harmful: 0 };
  const items = await readExam(name, values.half as Half);
  for (const item of items) {
    const seen = await sitting.hear(item, name.startsWith('sv') ? 'sv-SE' : 'en-US');
    const verdict = judge(item, seen);
    counts[verdict] += 1;
    if (values.show && verdict !== 'right') {
      const { at, text, ...wanted } = item;
      const { step, quote, texts, cards } = seen;
      const review = quote && {
        quantity: quote.quantity,
        term: quote.term,
        billing: quote.billing,
      };
      console.log(
        verdict,
        at,
        JSON.stringify(text),
        JSON.stringify(wanted),
        '→',
        step,
        cards.join(),
        JSON.stringify(review ?? ''),
        texts.join(' | ').slice(0, 160),
      );
    }
  }
  const share = `${((counts.right * 100) / items.length).toFixed(1)} %`;
  rows.push({ exam: name, sentences: items.length, 'right %': share, ...counts });
}
await sitting.close();
console.table(rows);
process.exit();
