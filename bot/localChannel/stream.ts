/** Direct Line's stream: new activities are pushed over a WebSocket as they come. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import { mayReach } from '../http/hostGuard.ts';
import type { ActivitySet } from './conversation.ts';
import type { Conversations } from './conversations.ts';

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** Clients only listen; what they send keeps the connection alive. */
const largestPayload = 1024;

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** @returns how to end all streams. */
export function serveStreams(server: Server, conversations: Conversations): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestPayload });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const id = streamPath.exec(url.pathname)?.[1];
    const conversation = id === undefined ? undefined : conversations.find(id);
    if (!mayReach(request.headers)) {
      refuse(socket, '403 Forbidden');
      return;
    }
    if (!conversation) {
      refuse(socket, '404 Not Found');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client: WebSocket) => {
      const push = (set: ActivitySet): void => client.send(JSON.stringify(set));
      const missed = conversation.since(url.searchParams.get('watermark') ?? undefined);
      if (missed.activities.length > 0) push(missed);
      client.on('close', conversation.listen(push));
      // A broken client closes too; without a listener the error would end the process.
      client.on('error', () => client.terminate());
    });
  };

  server.server.on('upgrade', onUpgrade);
  return () => {
    server.server.off('upgrade', onUpgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}
