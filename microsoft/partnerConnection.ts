/** The way to Partner Center, put together from settings. */
import { clouds } from './cloud.ts';
import type { Hosts } from './connection.ts';
import { AppTokens } from './entra/appTokens.ts';
import type { Credential } from './entra/credential.ts';
import { type Http, openHttp } from './http/exchange.ts';
import type { CallLimits } from './http/patience.ts';
import { PartnerCenterClient } from './partnerCenter/partnerCenterClient.ts';

export interface PartnerSettings extends Hosts {
  /** Application of the partner, which Partner Center knows. */
  appId: string;
  credential: Credential;
  /** The partner's own tenant. */
  partnerTenantId: string;
  /** Origin in place of that of the cloud. */
  partnerCenterUrl?: string;
}

export interface PartnerCenter {
  tokens: Pick<AppTokens, 'token'>;
  client: PartnerCenterClient;
  close: Http['close'];
}

export function openPartnerCenter(settings: PartnerSettings, limits: CallLimits): PartnerCenter {
  const { cloud, partnerTenantId, partnerCenterUrl } = settings;
  const { send, close } = openHttp();
  const { login, partnerCenter: resource } = clouds[cloud];
  const loginUrl = settings.loginUrl ?? login;
  const limit = limits.request;
  const tokens = new AppTokens({ ...settings, login, loginUrl, resource, limit }, send);
  const url = partnerCenterUrl ?? resource;
  const client = new PartnerCenterClient({ tokens, send, url, limits, partnerTenantId });
  return { tokens, client, close };
}
