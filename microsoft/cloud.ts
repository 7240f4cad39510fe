/** Where Microsoft's services are, in each of its clouds. */

export type CloudName = 'global' | 'us-gov' | 'us-gov-dod' | 'china';

interface Cloud {
  /** Origin that signs in: one of those that the token library knows. */
  login: string;
  /** Origin of Graph, which is also what a token is asked for. */
  graph: string;
  /** Origin of Partner Center, which is also what a token is asked for. */
  partnerCenter: string;
  /** What a token for the channel is asked for. */
  channel: string;
  /** Tenant in which a bot of many tenants signs in to the channel. */
  channelTenant: string;
}

/**
 * https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/partner-center/developer/partner-center-authentication and the Bot Framework's pages on Azure
 * Government and China.
 */
export const clouds: Record<CloudName, Cloud> = {
  global: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    partnerCenter: 'https://api.partnercenter.microsoft.com',
    channel: 'https://api.botframework.com',
    channelTenant: 'botframework.com',
  },
  'us-gov': {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    partnerCenter: 'https://api.partnercenter.microsoft.com',
    channel: 'https://api.botframework.us',
    channelTenant: 'MicrosoftServices.onmicrosoft.us',
  },
  'us-gov-dod': {
    login: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    partnerCenter: 'https://api.partnercenter.microsoft.com',
    channel: 'https://api.botframework.us',
    channelTenant: 'MicrosoftServices.onmicrosoft.us',
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    partnerCenter: 'https://partner.partnercenterapi.microsoftonline.cn',
    channel: 'https://api.botframework.azure.cn',
    channelTenant: 'microsoftservices.partner.onmschina.cn',
  },
};
