/**
 * Tokens of one application, in whose name nobody signs in. The library keeps those of each tenant
 * apart and renews them five minutes before they end; they are in memory only.
 */
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Send } from '../http/exchange.ts';
import { type Credential, proofOf } from './credential.ts';
import { entraError } from './entraErrors.ts';
import { EntraNetwork } from './entraNetwork.ts';

export interface TokenSettings {
  appId: string;
  credential: Credential;
  /** Origin that the token library knows. */
  login: string;
  /** Origin where requests go, the same unless it was set. */
  loginUrl: string;
  /** What the tokens are for, as an origin. */
  resource: string;
  /** Milliseconds for one request. */
  limit: number;
}

interface TenantApp {
  app: ConfidentialClientApplication;
  network: EntraNetwork;
  /** What is asked for now: a token, or another one than the one that is kept. */
  asking: Map<'any' | 'another', Promise<string>>;
}

export class AppTokens {
  readonly #settings: TokenSettings;
  readonly #send: Send;
  readonly #apps = new Map<string, TenantApp>();

  constructor(settings: TokenSettings, send: Send) {
    this.#settings = settings;
    this.#send = send;
  }

  /**
   * @param refused a token that was not accepted: another one is got, unless there is one already
   * @throws connection.… when there is none to be had, upstream.… when it can't be told
   */
  async token(tenantId: string, refused?: string): Promise<string> {
    const tenant = this.#appOf(tenantId);
    const known = await this.#asked(tenant, 'any');
    return known === refused ? this.#asked(tenant, 'another') : known;
  }

  /** What was kept of the tenant is not used any more. */
  forget(tenantId: string): void {
    this.#apps.delete(tenantId);
  }

  /** Who comes while one is asked for gets the same. */
  #asked(tenant: TenantApp, which: 'any' | 'another'): Promise<string> {
    const { asking } = tenant;
    const underWay = asking.get(which);
    if (underWay) return underWay;
    const asked = this.#ask(tenant, which).finally(() => asking.delete(which));
    asking.set(which, asked);
    return asked;
  }

  async #ask({ app, network }: TenantApp, which: 'any' | 'another'): Promise<string> {
    network.failure = undefined;
    try {
      const scopes = [`${this.#settings.resource}/.default`];
      const skipCache = which === 'another';
      const answer = await app.acquireTokenByClientCredential({ scopes, skipCache });
      if (answer?.accessToken) return answer.accessToken;
    } catch (error) {
      throw network.failure ?? entraError(error);
    }
    throw entraError(undefined);
  }

  #appOf(tenantId: string): TenantApp {
    const known = this.#apps.get(tenantId);
    if (known) return known;
    const { appId, credential, login, loginUrl, limit } = this.#settings;
    const network = new EntraNetwork(this.#send, loginUrl, limit);
    const proof = proofOf(credential, login);
    const app = new ConfidentialClientApplication({
      auth: { clientId: appId, authority: `${login}/${tenantId}`, ...proof },
      system: { networkClient: network },
    });
    const made: TenantApp = { app, network, asking: new Map() };
    this.#apps.set(tenantId, made);
    return made;
  }
}
