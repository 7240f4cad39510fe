/** A file that came with a message, where a list of users is waited for; elsewhere nobody reads it. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { AttachedFiles } from '../../commerce/ports/attachedFiles.ts';
import type { Turn } from './turn.ts';

export interface FileNeeds {
  files: AttachedFiles;
}

/**
 * Says what keeps the file from being read.
 * @returns `step`: the waiting step has it as `intent.list`; `text`: what was typed with it is still to be heard
 */
export async function hearsFile(
  { files }: FileNeeds,
  turn: Turn,
  isWaitedFor: boolean,
): Promise<'step' | 'text' | 'nothing'> {
  const { file, text } = turn.intent;
  if (!file) return 'text';
  if (isWaitedFor) {
    try {
      turn.intent = { ...turn.intent, text: '', list: await files.read(file) };
      return 'step';
    } catch (error) {
      if (!(error instanceof UpgraderaError)) throw error;
      await turn.say(error.localeKey);
      return 'nothing';
    }
  }
  await turn.say('dialogs.fileUnused');
  return text === '' ? 'nothing' : 'text';
}
