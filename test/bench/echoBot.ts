/** Child process: the official echo bot. */
import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serve } from './stockServer.ts';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const reply = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(reply, reply));
      await next();
    });
  }
}

serve(new EchoBot());
