/** The way to Microsoft's services, put together from settings. */
import type { Directory } from '../commerce/ports/directory.ts';
import type { UserLicences } from '../commerce/ports/userLicences.ts';
import { type CloudName, clouds } from './cloud.ts';
import { AppTokens } from './entra/appTokens.ts';
import type { Credential } from './entra/credential.ts';
import { GraphClient } from './graph/graphClient.ts';
import { GraphDirectory } from './graph/graphDirectory.ts';
import { GraphUserLicences } from './graph/graphUserLicences.ts';
import { type Http, openHttp } from './http/exchange.ts';
import type { CallLimits } from './http/patience.ts';

export interface Hosts {
  cloud: CloudName;
  /** Origins in place of those of the cloud. */
  loginUrl?: string;
  graphUrl?: string;
}

export interface MicrosoftSettings extends Hosts {
  appId: string;
  credential: Credential;
}

/** Reads tenants in which the application was consented to. */
export interface Microsoft {
  tokens: Pick<AppTokens, 'token' | 'forget'>;
  graph: Pick<GraphClient, 'all' | 'batch'>;
  directory: Directory;
  licences: UserLicences;
  close: Http['close'];
}

export function openMicrosoft(settings: MicrosoftSettings, limits: CallLimits): Microsoft {
  const { cloud, graphUrl } = settings;
  const { send, close } = openHttp();
  const { login, graph: resource } = clouds[cloud];
  const loginUrl = settings.loginUrl ?? login;
  const limit = limits.request;
  const tokens = new AppTokens({ ...settings, login, loginUrl, resource, limit }, send);
  const graph = new GraphClient({ tokens, send, url: graphUrl ?? resource, limits });
  const directory = new GraphDirectory(graph);
  return { tokens, graph, directory, licences: new GraphUserLicences(graph, tokens), close };
}

/** Whether the bot's own identity gets it a token for the channel; it rejects where not. */
export async function signInToChannel(
  bot: { appId: string; password: string; tenantId: string },
  { cloud, loginUrl }: Hosts,
  limits: CallLimits,
): Promise<void> {
  const { send, close } = openHttp();
  const { login, channel: resource } = clouds[cloud];
  const credential = { kind: 'secret', secret: bot.password } as const;
  const limit = limits.request;
  const rest = { credential, login, loginUrl: loginUrl ?? login, resource, limit };
  try {
    await new AppTokens({ appId: bot.appId, ...rest }, send).token(bot.tenantId);
  } finally {
    await close();
  }
}

/** Whether an address answers at all, be it with a no. */
export async function answers(url: string, limits: CallLimits): Promise<void> {
  const { send, close } = openHttp();
  try {
    await send({ operation: 'reach', method: 'GET', url, headers: {}, limit: limits.request });
  } finally {
    await close();
  }
}
