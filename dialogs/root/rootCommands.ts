/** What is heard at any point, after what the sub-flows hear: `cancel my order` is more than `cancel`. */
import type { DialogContext } from 'botbuilder-dialogs';
import { stepCards } from '../../cards/cards.ts';
import type { Turn } from '../step/turn.ts';

type Command = (dc: DialogContext, turn: Turn) => Promise<unknown>;

/** By the key of their phrases. */
export const rootCommands: Readonly<Record<string, Command>> = {
  cancel: async (dc, turn) => {
    const active = dc.activeDialog !== undefined;
    await dc.cancelAllDialogs();
    await turn.close(stepCards, turn.l.t('dialogs.outcome.cancelled'));
    await turn.say(active ? 'dialogs.cancelled' : 'dialogs.nothingToCancel');
  },
  startOver: async (dc) => {
    await dc.cancelAllDialogs();
    await dc.beginDialog('home');
  },
  home: (dc) => dc.beginDialog('home'),
  courtesy: (_dc, turn) => turn.say('dialogs.courtesy'),
};
