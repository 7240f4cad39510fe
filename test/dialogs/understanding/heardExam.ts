/** A whole exam, said to the bot. Each in a thread of its own: they need nothing of each other. */
import { Worker } from 'node:worker_threads';
import type { ExamItem, exams, Half } from './examItem.ts';
import type { Verdict } from './judge.ts';
import type { Seen } from './sitting.ts';

export interface Heard {
  item: ExamItem;
  seen: Seen;
  verdict: Verdict;
}

export interface ExamToHear {
  name: (typeof exams)[number];
  half: Half;
}

/** @throws what the thread throws */
export async function heardExam(exam: ExamToHear): Promise<Heard[]> {
  const thread = new Worker(new URL('./examThread.ts', import.meta.url), { workerData: exam });
  const { promise, resolve, reject } = Promise.withResolvers<Heard[]>();
  thread.once('message', resolve).once('error', reject);
  thread.once('exit', (code) => reject(new Error(`the exam ${exam.name} ended with ${code}`)));
  return promise;
}
