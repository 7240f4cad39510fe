/** The address under which the channel reaches the bot. */
import { isLoopback } from '../../bot/loopback.ts';

export const messagesPath = '/api/messages';

/** What is wrong with an address that the channel should call; keys under `teamsTool.advice`. */
export type EndpointFault =
  | 'endpointMissing'
  | 'endpointUnreadable'
  | 'endpointHttp'
  | 'endpointLocal'
  | 'endpointPath';

/** @param given by hand; else it follows from `PUBLIC_URL` */
export function endpointIn(given: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const origin = env.PUBLIC_URL?.trim();
  return given ?? (origin ? `${origin.replace(/\/$/, '')}${messagesPath}` : undefined);
}

const privateNetwork = /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\.[\d.]+$/;

/** The first fault; undefined when the channel can make use of it. */
export function faultOfEndpoint(endpoint: string | undefined): EndpointFault | undefined {
  if (endpoint === undefined) return 'endpointMissing';
  if (!URL.canParse(endpoint)) return 'endpointUnreadable';
  const { protocol, hostname, pathname, search } = new URL(endpoint);
  if (protocol !== 'https:') return 'endpointHttp';
  if (isLoopback(hostname) || privateNetwork.test(hostname) || !hostname.includes('.')) {
    return 'endpointLocal';
  }
  return pathname === messagesPath && search === '' ? undefined : 'endpointPath';
}
