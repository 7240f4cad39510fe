/** How the address of the bot answers somebody who is not the channel. */

/** The status, or why there is none: a code of the network, `certificate`, `slow`. */
export type ChannelAnswer = { status: number } | { failure: string };

const patience = 10_000;

/** Of the form of an activity, and nothing that a bot says anything to. */
const knock = {
  type: 'typing',
  id: 'doctor',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  from: { id: 'doctor' },
  recipient: { id: 'bot' },
  conversation: { id: 'doctor' },
};

export async function askEndpoint(endpoint: string): Promise<ChannelAnswer> {
  try {
    const { status, body } = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(knock),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await body?.cancel();
    return { status };
  } catch (error) {
    return { failure: failureIn(error) };
  }
}

/** Of errors of TLS there are many; all say that the certificate is not one to trust. */
const ofCertificate = /CERT|TLS|SSL|SIGNED|ALTNAME|ISSUER/;

function failureIn(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'TimeoutError') return 'slow';
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return 'network';
  return ofCertificate.test(code) ? 'certificate' : code;
}

/** @returns milliseconds since 1970, whole seconds only; undefined when it does not say */
export async function clockOf(origin: string): Promise<number | undefined> {
  try {
    const address = `${origin}/common/v2.0/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    const time = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(time) ? undefined : time;
  } catch {
    return undefined;
  }
}
