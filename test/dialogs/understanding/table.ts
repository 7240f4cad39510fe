/**
 * `npm run understanding`: says every sentence of the exam to the bot, and counts what it made of them.
 *
 * `-- --half final` measures by the half that nobody learns from; `-- --show` prints what went wrong.
 */
import { parseArgs } from 'node:util';
import { exams, type Half } from './examItem.ts';
import { type Heard, heardExam } from './heardExam.ts';
import type { Verdict } from './judge.ts';

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'work' },
    show: { type: 'boolean', default: false },
  },
});

function show({ verdict, item: { at, text, ...wanted }, seen }: Heard): void {
  const { step, quote, texts, cards } = seen;
  const review = quote && { quantity: quote.quantity, term: quote.term, billing: quote.billing };
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

const heard = await Promise.all(
  exams.map((name) => heardExam({ name, half: values.half as Half })),
);
if (values.show)
  heard
    .flat()
    .filter(({ verdict }) => verdict !== 'right')
    .forEach(show);
console.table(
  exams.map((name, at) => {
    const all = heard[at] ?? [];
    const counts: Record<Verdict, number> = { right: 0, asked: 0, wrong: 0, harmful: 0 };
    for (const { verdict } of all) counts[verdict] += 1;
    const share = `${((counts.right * 100) / all.length).toFixed(1)} %`;
    return { exam: name, sentences: all.length, 'right %': share, ...counts };
  }),
);
