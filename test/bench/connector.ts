/**
 * Child process: the channel's connector service, as fast as Node can be. Every bot of a run answers
 * to the same one. `GET /` tells how many calls came, and how many conversations saw an order.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { listening } from './child.ts';

let calls = 0;
const ordered = new Set<string>();

const server = createServer(async (request, response) => {
  const body = await readBody(request);
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    response.end(JSON.stringify({ calls, ordered: ordered.size }));
    return;
  }
  calls += 1;
  const conversation = request.url?.split('/')[3] ?? '';
  if (/UPG-\w{8}/.test(body)) ordered.add(conversation);
  response.end(`{"id":"${calls}"}`);
});
listening(server.listen(0, '127.0.0.1'));

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
