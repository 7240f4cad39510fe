/** Child process: a waterfall of three questions, its state in memory, as the official samples keep it. */
import {
  ActivityHandler,
  ConversationState,
  MemoryStorage,
  MessageFactory,
  UserState,
} from 'botbuilder';
import type { WaterfallStepContext } from 'botbuilder-dialogs';
// The index wants prompts whose recognizers are not installed.
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { TextPrompt } from 'botbuilder-dialogs/lib/prompts/textPrompt.js';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { serve } from './stockServer.ts';

const ask = (question: string) => (step: WaterfallStepContext) =>
  step.prompt('text', MessageFactory.text(question, question));

class WaterfallBot extends ActivityHandler {
  constructor() {
    super();
    const storage = new MemoryStorage();
    const conversationState = new ConversationState(storage);
    const userState = new UserState(storage);
    const profile = userState.createProperty<{ answers: string[] }>('profile');
    const dialogs = new DialogSet(conversationState.createProperty('dialog'));
    dialogs.add(new TextPrompt('text'));
    dialogs.add(
      new WaterfallDialog('upgrade', [
        ask('Which plan do you want?'),
        ask('How many licences?'),
        async (step) => {
          const known = await profile.get(step.context, { answers: [] });
          known.answers = [...known.answers.slice(-9), String(step.result)];
          await step.context.sendActivity('Thank you.');
          return step.endDialog();
        },
      ]),
    );
    this.onMessage(async (context, next) => {
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('upgrade');
      await conversationState.saveChanges(context);
      await userState.saveChanges(context);
      await next();
    });
  }
}

serve(new WaterfallBot());
