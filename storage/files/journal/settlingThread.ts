/** Thread: settles journals, one request after the other, while the others talk with people. */
import os from 'node:os';
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

/** One for all journals: new ones would wait for a collector that has little else to do. */
let room = Buffer.alloc(0);

function roomFor(size: number): Buffer {
  if (room.length < size) room = Buffer.alloc(size);
  return room;
}

/** Takes what the thread that answers people leaves, where a thread can have a priority of its own. */
function yieldToOthers(): void {
  // Elsewhere it would be the priority of the whole process.
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(os.constants.priority.PRIORITY_LOW);
  } catch {
    // Where it is forbidden the files are brought up to date all the same.
  }
}

yieldToOthers();

parentPort?.on('message', ({ folder, journals }: SettleRequest) => {
  const answer: SettleAnswer = {};
  try {
    const damages = settleJournals(folder, journals, roomFor);
    // The journal stays, so that the next start sets it aside for people to look at.
    if (damages.length > 0) answer.failure = `damaged lines in ${damages[0]?.path}`;
  } catch (error) {
    answer.failure = String(error);
  }
  parentPort?.postMessage(answer);
});
