/** The SDK's authentication with a connector of ours behind it. */
import type { Activity } from 'botbuilder';
import {
  CallerIdConstants,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { BotIdentity } from '../environment.ts';
import { ConnectorError } from './connectorError.ts';
import type { ConnectorTransport } from './connectorTransport.ts';
import { LeanConversations, type TokenSource } from './leanConnector.ts';
import type { MayCall } from './serviceUrls.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type ClaimsIdentity = Parameters<Sdk['createConnectorFactory']>[0];
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;

/** The public cloud. The SDK wants all of these as soon as one address differs from its own. */
const channelLogin = 'https://login.microsoftonline.com/botframework.com';
const channelScope = 'https://api.botframework.com';
const publicCloud = {
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: channelLogin,
  ToChannelFromBotOAuthScope: channelScope,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl:
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  CallerId: CallerIdConstants.PublicAzureChannel,
};

/** @param audience whom the token is for; the channel when absent */
type TokenSourceOf = (audience: string | undefined) => TokenSource;
interface Credentials {
  /** Answers from a cache until five minutes before the token expires. */
  getToken: () => Promise<string>;
}

/** Tokens of the bot's own identity. They reject with ConnectorError. */
function tokensOf(bot: BotIdentity | undefined): TokenSourceOf {
  if (!bot) return () => async () => undefined;
  const factory = new ConfigurationServiceClientCredentialFactory({ ...bot });
  // Each of the SDK's credentials builds a client of its own at its first use.
  const credentials = new Map<string, Promise<Credentials>>();
  const credentialsFor = (audience: string): Promise<Credentials> => {
    const known =
      credentials.get(audience) ??
      (factory.createCredentials(
        bot.MicrosoftAppId,
        audience,
        channelLogin,
        true,
      ) as Promise<unknown> as Promise<Credentials>);
    credentials.set(audience, known);
    return known;
  };
  return (audience = channelScope) =>
    async () => {
      try {
        return await (await credentialsFor(audience)).getToken();
      } catch (cause) {
        throw new ConnectorError({ operation: 'getToken', sent: false, cause });
      }
    };
}

export class LeanAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #transport: ConnectorTransport;
  readonly #mayCall: MayCall;
  readonly #tokens: TokenSourceOf;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(
    bot: BotIdentity | undefined,
    transport: ConnectorTransport,
    mayCall: MayCall,
    tokens: TokenSourceOf = tokensOf(bot),
  ) {
    super({ ...publicCloud, ...bot });
    this.#transport = transport;
    this.#mayCall = mayCall;
    this.#tokens = tokens;
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): ReturnType<Sdk['authenticateRequest']> {
    const result = await super.authenticateRequest(activity, authorization);
    return { ...result, connectorFactory: this.createConnectorFactory() };
  }

  /** Its clients are the only way out. `create` rejects with `channel.not-allowed`. */
  override createConnectorFactory(): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        if (!this.#mayCall(serviceUrl)) throw new UpgraderaError('channel.not-allowed', serviceUrl);
        const token = this.#tokens(audience);
        const conversations = new LeanConversations(this.#transport, serviceUrl, token);
        return { conversations } as unknown as ConnectorClient;
      },
    };
  }

  /** It depends on the bot's identity alone, which the SDK does not make use of. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(claims);
    return this.#userTokens;
  }
}
