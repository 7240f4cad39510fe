/**
 * Who may ask where nobody proves who they are: a web page from elsewhere, opened in a browser on
 * this machine, must not reach it, also not under a name of its own (DNS rebinding).
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isLoopback } from '../loopback.ts';
import { parsedUrl } from '../parsedUrl.ts';

function isAddress({ hostname }: URL): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

/**
 * Whether a request may be served. The `Host` must be `localhost` or a literal IP address: a name
 * that somebody else's DNS points at this machine is refused. An `Origin`, when there is one, must
 * be a loopback page or the page of this very server. The origin `null` is refused, since any web
 * page can make an isolated frame that has it.
 */
export function mayReach(headers: IncomingHttpHeaders): boolean {
  const host = parsedUrl(`http://${headers.host ?? ''}`);
  if (!host || !(isLoopback(host.hostname) || isAddress(host))) return false;
  if (headers.origin === undefined) return true;
  const origin = parsedUrl(headers.origin);
  return origin !== undefined && (isLoopback(origin.hostname) || origin.host === host.host);
}
