/**
 * Which addresses the bot calls to answer. An activity and a stored conversation only claim one, and
 * who could choose it freely could have the bot call any machine that it reaches.
 */
import { isLoopback } from '../loopback.ts';
import { parsedUrl } from '../parsedUrl.ts';

/**
 * Where Teams' connector is: the public cloud, GCC, GCC High and DoD, after "Send proactive messages" in
 * Microsoft's documentation of Teams (and `TeamsServiceEndpoints` in the Agents SDK). For 21Vianet no
 * such address is published.
 */
const teamsOrigins: readonly string[] = [
  'https://smba.trafficmanager.net',
  'https://smba.infra.gcc.teams.microsoft.com',
  'https://smba.infra.gov.teams.microsoft.us',
  'https://smba.infra.dod.teams.microsoft.us',
];

export type MayCall = (serviceUrl: string) => boolean;

export interface ServiceUrlRule {
  /** Whether senders are authenticated. */
  authenticates: boolean;
  /** Origins, in place of those of Teams or of this machine. */
  serviceUrls?: readonly string[] | undefined;
  /** Where this very server listens: the local channel is on it. */
  ownUrl?: (() => string) | undefined;
}

/** Teams' connector with an app id, this machine without one; or what the operator has named. */
export function serviceUrlRule({ authenticates, serviceUrls, ownUrl }: ServiceUrlRule): MayCall {
  return (serviceUrl) => {
    const address = parsedUrl(serviceUrl);
    if (!address) return false;
    const { origin, hostname } = address;
    if (ownUrl && origin === ownUrl()) return true;
    if (serviceUrls) return serviceUrls.includes(origin);
    return authenticates ? teamsOrigins.includes(origin) : isLoopback(hostname);
  };
}
