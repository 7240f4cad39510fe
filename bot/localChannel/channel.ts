/**
 * The local channel: people try the bot in a page of its own, without any account. It stands
 * between the page and the bot as a real channel would, over HTTP on both sides.
 */
import type { Server } from 'restify';
import type { Log } from '../log.ts';
import { connectorRoutes } from './connector.ts';
import { Conversations } from './conversations.ts';
import { directLineRoutes } from './directline.ts';
import { servePage } from './page.ts';
import { serve, servePreflight } from './route.ts';
import { serveStreams } from './stream.ts';
import { Turns } from './turns.ts';

export interface LocalChannelOptions {
  /** Where this very server listens, such as `http://127.0.0.1:3978`; asked at every use. */
  botUrl(): string;
  log: Log;
}

/**
 * Adds the chat page (`/`), Direct Line (`/v3/directline`) and the connector (`/connector`, the
 * `serviceUrl` of every activity) to the server. Serve it only where no app id is set: it takes
 * everybody on this machine at their word.
 * @returns `close`, which ends open streams and turns that are under way.
 */
export function mountLocalChannel(
  server: Server,
  { botUrl, log }: LocalChannelOptions,
): { close(): void } {
  const conversations = new Conversations();
  const turns = new Turns(botUrl, log);
  servePage(server);
  servePreflight(server, '/v3/directline/*');
  serve(server, [...directLineRoutes(conversations, turns), ...connectorRoutes(conversations)]);
  const closeStreams = serveStreams(server, conversations);
  return {
    close() {
      closeStreams();
      turns.close();
    },
  };
}
