/** Thread: settles journals, one request after the other, while the others talk with people. */
import { parentPort } from 'node:worker_threads';
import { type CompleteJournal, settleJournals } from './settle.ts';

export interface SettleRequest {
  folder: string;
  journals: CompleteJournal[];
}

/** Empty when it is done. */
export interface SettleAnswer {
  failure?: string;
}

parentPort?.on('message', ({ folder, journals }: SettleRequest) => {
  const answer: SettleAnswer = {};
  try {
    settleJournals(folder, journals);
  } catch (error) {
    answer.failure = String(error);
  }
  parentPort?.postMessage(answer);
});
