/** One request and its whole answer, within a limit. Says nothing of what was sent in its errors. */
import { Agent, errors, request } from 'undici';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { note, traced } from '../../commerce/base/traced.ts';

/** Bytes; a page of 999 users with many licences has about five million. */
const answerLimit = 32 * 1024 * 1024;

export interface Outgoing {
  /** For errors: what is asked for, without ids. */
  operation: string;
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds for all of it. */
  limit: number;
}

export interface Incoming {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Undefined when it is no JSON. */
  json: unknown;
}

export type Send = (outgoing: Outgoing) => Promise<Incoming>;

export interface Http {
  /** @throws upstream.unavailable when there is no answer; every status is one. */
  send: Send;
  close(): Promise<void>;
}

/** Connections that are kept alive, until `close`. */
export function openHttp(): Http {
  const agent = new Agent({ maxResponseSize: answerLimit });
  return {
    close: () => agent.close(),
    send: (outgoing) =>
      traced(
        outgoing.operation,
        () => about(outgoing),
        () => exchange(agent, outgoing),
      ),
  };
}

/** Where it goes, and by which id the service knows it; the path may name somebody. */
function about({ method, url, headers }: Outgoing) {
  const requestId = headers['ms-requestid'];
  return {
    'http.request.method': method,
    'server.address': new URL(url).hostname,
    ...(requestId === undefined ? {} : { 'upgradera.request': requestId }),
  };
}

async function exchange(
  agent: Agent,
  { operation, method, url, headers, body, limit }: Outgoing,
): Promise<Incoming> {
  // Ended with the answer: one of `AbortSignal.timeout` lives on until its time has come.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new DOMException('', 'TimeoutError')), limit);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers: { accept: 'application/json', 'user-agent': 'Upgradera', ...headers },
      ...(body === undefined ? {} : { body }),
      signal: patience.signal,
    });
    note({ 'http.response.status_code': answer.statusCode });
    return {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
      json: parseJson(await answer.body.text()),
    };
  } catch (error) {
    // The cause stays behind: errors of the library carry the request.
    if (error instanceof errors.ResponseExceededMaxSizeError) {
      throw new UpgraderaError('upstream.malformed', `${operation}: too long`);
    }
    throw new UpgraderaError('upstream.unavailable', `${operation}: ${reasonOf(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A code such as ECONNRESET. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'no answer';
}
