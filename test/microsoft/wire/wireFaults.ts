/** Everything that can go wrong on the way, and in Microsoft's answers. */
import type { ServerResponse } from 'node:http';

type Fault = (response: ServerResponse, truth: string) => void;

const inner = { date: '2026-11-23T12:00:00', 'request-id': '5f2a', 'client-request-id': '5f2a' };
const errorBody = (code: string) =>
  JSON.stringify({ error: { code, message: `${code} of Alva Andersson`, innerError: inner } });

const told =
  (status: number, body: string, headers: () => Record<string, string> = () => ({})): Fault =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers() });
    response.end(body);
  };

const inASecond = () => ({ 'retry-after': new Date(Date.now() + 1000).toUTCString() });

export const faults = {
  'no answer': () => undefined,
  reset: (response) => void response.destroy(),
  '401': told(401, errorBody('InvalidAuthenticationToken')),
  '403': told(403, errorBody('Authorization_RequestDenied')),
  '409 900278': told(
    409,
    JSON.stringify({ code: '900278', description: "There's a pending operation", data: [] }),
  ),
  '429 for no time': told(429, errorBody('TooManyRequests'), () => ({ 'retry-after': '0' })),
  '429 for an hour': told(429, errorBody('TooManyRequests'), () => ({ 'retry-after': '3600' })),
  '429 in the other shape': told(
    429,
    JSON.stringify({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 0 seconds.' }),
    inASecond,
  ),
  '500': told(500, errorBody('InternalServerError')),
  '502 with a page': (response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<html><body>Bad Gateway</body></html>');
  },
  '503 for no time': told(503, errorBody('ServiceUnavailable'), () => ({ 'retry-after': '0' })),
  'half an answer': (response, truth) => void response.end(truth.slice(0, -3)),
  'another shape': told(200, '{"value":{"perhaps":1}}'),
  'a page that continues elsewhere': (response, truth) => {
    const page = {
      ...JSON.parse(truth),
      '@odata.nextLink': 'https://graph.example.com/v1.0/users',
    };
    response.end(JSON.stringify(page));
  },
  'words that are new': (response, truth) => {
    const changed = truth.replaceAll('"incident"', '"outage"').replaceAll('"Active"', '"Newly"');
    response.end(
      changed
        .replaceAll('"serviceDegradation"', '"unknownFutureValue"')
        .replaceAll('"Started "', '"Queued"')
        .replaceAll('"InProgress"', '"Pausing"'),
    );
  },
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;
