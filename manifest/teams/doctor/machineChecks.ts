/** The machine that the bot runs on. */
import { type Check, firstOf, notAsked, wrong } from './setup.ts';

/** Tokens hold for minutes before and after; those of the channel for five. */
const secondsOff = 300;

export const machineChecks: readonly Check[] = [
  {
    check: 'folder',
    isNeeded: true,
    look: ({ env, folder }) => {
      if (env.DATABASE_URL !== undefined) return notAsked('inDatabase');
      return firstOf([
        [folder === 'missing', 'folderMissing'],
        [folder === 'unwritable', 'folderUnwritable'],
      ]);
    },
  },
  {
    check: 'clock',
    isNeeded: true,
    look: ({ secondsAhead }) => {
      if (secondsAhead === undefined) return notAsked('noClock');
      const isOff = Math.abs(secondsAhead) > secondsOff;
      return isOff ? wrong('clock', `${Math.round(secondsAhead)} s`) : undefined;
    },
  },
];
