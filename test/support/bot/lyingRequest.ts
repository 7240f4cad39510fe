/** A request as no well-behaved client makes it: any `Host`, and a path that is left as it is. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export async function ask(
  url: string,
  { method = 'GET', headers = {}, body = '' }: LyingRequest,
): Promise<{ status: number | undefined; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    text: string;
  }>();
  const [, origin = '', path] = /^(https?:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  const sent = request(origin, { method, path, headers }, (response) => {
    text(response).then((read) => resolve({ status: response.statusCode, text: read }), reject);
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

interface LyingRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}
