/** The bot's identity in tests that authenticate, and the tokens of its channel. */
import type { BotIdentity } from '../../../bot/environment.ts';

const appId = '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a10';

/** @param metadataUrl where the keys of the channel's tokens are */
export const botIdentity = (metadataUrl?: string): BotIdentity => ({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'x',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11',
  ...(metadataUrl ? { ToBotFromChannelOpenIdMetadataUrl: metadataUrl } : {}),
});

/** What a good token of the channel says, for an hour. */
export const channelClaims = (serviceUrl: string): Record<string, unknown> => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: serviceUrl,
  nbf: Math.floor(Date.now() / 1000) - 60,
  exp: Math.floor(Date.now() / 1000) + 3600,
});
