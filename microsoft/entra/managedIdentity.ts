/**
 * The identity that Azure gives to what runs there, as proof of an application that trusts it in place of a
 * secret: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
import { AuthError, ManagedIdentityApplication } from '@azure/msal-node';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { openHttp, type Send } from '../http/exchange.ts';
import { EntraNetwork } from './entraNetwork.ts';

/** What its token is asked for, by where the application signs in; everywhere else the first. */
const audience = 'api://AzureADTokenExchange';
const audiences: Partial<Record<string, string>> = {
  'https://login.microsoftonline.us': `${audience}USGov`,
  'https://login.partner.microsoftonline.cn': `${audience}China`,
};

/** Milliseconds. */
const longestRequest = 5_000;

/** The library asks through the first network that it was ever given: one that outlives all others. */
const sendAlone: Send = async (outgoing) => {
  const { send, close } = openHttp();
  try {
    return await send(outgoing);
  } finally {
    await close();
  }
};

/**
 * Asked of this machine's own endpoint, which Azure names in the environment. The library keeps the token
 * and renews it.
 * @param clientId of one that was assigned by somebody; without one, the machine's own
 * @param login origin where the application signs in
 */
export function assertionOfIdentity(
  clientId: string | undefined,
  login: string,
): () => Promise<string> {
  const networkClient = new EntraNetwork(sendAlone, undefined, longestRequest);
  const identity = new ManagedIdentityApplication({
    ...(clientId === undefined
      ? {}
      : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient, disableInternalRetries: true },
  });
  const resource = audiences[login] ?? audience;
  return async () => {
    try {
      return (await identity.acquireToken({ resource })).accessToken;
    } catch (error) {
      // Its texts hold what was sent.
      const code = error instanceof AuthError ? error.errorCode : 'no token';
      const isAway = code === 'network_error';
      const meaning = isAway ? 'upstream.unavailable' : 'connection.app-refused';
      throw new UpgraderaError(meaning, `managed identity: ${code}`);
    }
  };
}
