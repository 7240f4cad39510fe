/**
 * Who may speak to the local channel: it needs no key, so a web page from elsewhere, opened in the
 * same browser, must not reach it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

function hostname(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function isLoopback(url: URL): boolean {
  const name = hostname(url);
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/**
 * Whether a request may be served. The `Host` must be `localhost` or a literal IP address: a name
 * that somebody else's DNS points at this machine is refused. An `Origin`, when there is one, must
 * be a loopback page or the page of this very server. The origin `null` is refused, since any web
 * page can make a sandboxed frame that has it.
 */
export function mayReach(headers: IncomingHttpHeaders): boolean {
  const host = parse(`http://${headers.host ?? ''}`);
  if (!host || !(isLoopback(host) || isIP(hostname(host)) !== 0)) return false;
  if (headers.origin === undefined) return true;
  const origin = parse(headers.origin);
  return origin !== undefined && (isLoopback(origin) || origin.host === host.host);
}
