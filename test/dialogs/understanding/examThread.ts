/** The thread of `heardExam`. */
import { parentPort, workerData } from 'node:worker_threads';
import { readExam } from './examItem.ts';
import type { ExamToHear, Heard } from './heardExam.ts';
import { judge } from './judge.ts';
import { Sitting } from './sitting.ts';

const { name, half } = workerData as ExamToHear;
const locale = name.startsWith('sv') ? 'sv-SE' : 'en-US';
const sitting = await Sitting.open();
const all: Heard[] = [];
for (const item of await readExam(name, half)) {
  const seen = await sitting.hear(item, locale);
  all.push({ item, seen, verdict: judge(item, seen) });
}
await sitting.close();
parentPort?.postMessage(all);
