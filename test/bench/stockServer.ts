/** A bot as the official samples serve it: restify, CloudAdapter, the SDK's own connector client. */
import type { Server } from 'node:http';
import {
  type ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from 'botbuilder';
import restify from 'restify';
import { listening } from './child.ts';

export function serve(bot: ActivityHandler): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    // The types of restify and of the SDK differ in what may be undefined.
    await adapter.process(request as never, response, (context) => bot.run(context));
  });
  server.listen(0, '127.0.0.1');
  listening(server.server as Server);
}
