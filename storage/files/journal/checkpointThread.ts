/** A thread that makes checkpoints, one after the other, while the main thread answers people. */
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { type CompleteJournal, checkpointJournals } from './checkpoint.ts';

export interface CheckpointRequest {
  folder: string;
  journals: CompleteJournal[];
}

/** Without a failure the checkpoint is complete. */
export interface CheckpointAnswer {
  failure?: string;
}

/** One for all journals: the garbage collector of this thread would free new ones late. */
let buffer = Buffer.alloc(0);

function bufferFor(size: number): Buffer {
  if (buffer.length < size) buffer = Buffer.alloc(size);
  return buffer;
}

/** Leaves the processor to the main thread, where a thread can have a priority of its own. */
function yieldToMainThread(): void {
  // Elsewhere it would be the priority of the whole process.
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(os.constants.priority.PRIORITY_LOW);
  } catch {
    // Where that is forbidden, checkpoints are made all the same.
  }
}

yieldToMainThread();

parentPort?.on('message', ({ folder, journals }: CheckpointRequest) => {
  const answer: CheckpointAnswer = {};
  try {
    const damages = checkpointJournals(folder, journals, bufferFor);
    // The journal stays, so that the next start sets it aside for people to look at.
    if (damages.length > 0) answer.failure = `damaged lines in ${damages[0]?.path}`;
  } catch (error) {
    answer.failure = String(error);
  }
  parentPort?.postMessage(answer);
});
