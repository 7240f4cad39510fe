/** One row of the local channel's API, and how rows are served. */
import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import { mayReach } from '../http/hostGuard.ts';
import { type Answer, refusal } from './answer.ts';
import { readBody } from './body.ts';

export interface LocalRequest<Body> {
  /** The named parts of the path, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** How the client calls this server: name or address, and port. */
  host: string;
  /** The bearer token, where the client has one. */
  token: string | undefined;
  body: Body;
}

export interface Route<Body = unknown> {
  method: 'get' | 'post' | 'put' | 'del';
  path: string;
  schema: z.ZodType<Body>;
  handle(request: LocalRequest<Body>): Answer | Promise<Answer>;
}

/** Keeps the type of a row's body between its schema and its handler. */
export function route<Body>(row: Route<Body>): Route {
  return row as Route;
}

const stranger = refusal(403, 'Forbidden', 'Only pages and programs of this machine may ask.');

async function answerTo(row: Route, request: Request): Promise<Answer> {
  if (!mayReach(request.headers)) return stranger;
  const read = await readBody(request);
  if ('refused' in read) return read.refused;
  const body = row.schema.safeParse(read.json);
  if (!body.success) {
    const fields = body.error.issues.map(({ path }) => path.join('.') || 'body').join(', ');
    return refusal(400, 'BadArgument', `Wrong or missing: ${fields}`);
  }
  return row.handle({
    params: request.params,
    query: new URL(request.url ?? '/', 'http://localhost').searchParams,
    host: request.headers.host ?? '',
    token: request.headers.authorization?.replace(/^Bearer\s+/i, ''),
    body: body.data,
  });
}

function send(request: Request, response: Response, { status, body }: Answer): void {
  const { origin } = request.headers;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    ...(origin && status !== stranger.status && { 'access-control-allow-origin': origin }),
    ...(status === 413 && { connection: 'close' }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Origin',
  });
  response.end(text);
}

export function serve(server: Server, rows: Route[]): void {
  for (const row of rows) {
    server[row.method](row.path, async (request: Request, response: Response) =>
      send(request, response, await answerTo(row, request)),
    );
  }
}

/** Lets Direct Line clients on other loopback origins ask. */
export function servePreflight(server: Server, path: string): void {
  server.opts(path, async (request: Request, response: Response) => {
    const allowed = mayReach(request.headers);
    response.writeHead(allowed ? 204 : 403, {
      ...(allowed && {
        'access-control-allow-origin': request.headers.origin ?? '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers':
          request.headers['access-control-request-headers'] ?? 'Authorization, Content-Type',
        'access-control-max-age': '600',
      }),
      vary: 'Origin',
    });
    response.end();
  });
}
