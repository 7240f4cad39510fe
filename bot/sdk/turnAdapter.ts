/** The SDK's adapter with answers that tell strangers nothing. */
import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { CloudAdapter } from 'botbuilder';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { traced } from '../../commerce/base/traced.ts';
import type { BotIdentity } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Metrics, TurnKind } from '../metrics.ts';
import { ConnectorTransport } from './connectorTransport.ts';
import type { Exchange } from './exchange/exchange.ts';
import { LeanAuthentication } from './leanAuthentication.ts';
import { namedTenant, tenantDoubt } from './namedTenant.ts';
import { type MayCall, serviceUrlRule } from './serviceUrls.ts';

/** What the bot's door answers. */
export interface TurnAnswer {
  status: number;
  body?: unknown;
}

export type TurnLogic = (context: TurnContext) => Promise<void>;

interface AdapterParts {
  /** Absent: nobody is authenticated. */
  bot?: BotIdentity;
  /** Origins that may be called in place of those that are known. */
  serviceUrls?: readonly string[];
  /** Where this very server listens, with the local channel on it. */
  ownUrl?: () => string;
  /** By which the channel is called. */
  exchange: Exchange;
  log: Log;
  metrics: Metrics;
}

const kindOf = (type: string): TurnKind =>
  type === 'message' || type === 'invoke' ? type : 'other';

/** Who writes and what is not in it. */
const aboutTurn = (activity: Activity, kind: TurnKind) => ({
  'upgradera.kind': kind,
  'upgradera.activity': activity.id ?? '',
  'upgradera.tenant': namedTenant(activity) ?? '',
});

/**
 * `onTurnError` stays unset: with it the SDK would swallow the failure of a proactive send and
 * answer a failed invoke as if nobody had handled it.
 */
export class TurnAdapter extends CloudAdapter {
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #appId: string;
  readonly #mayCall: MayCall;

  constructor(
    authentication: LeanAuthentication,
    { bot, log, metrics, mayCall }: AdapterParts & { mayCall: MayCall },
  ) {
    super(authentication);
    this.#mayCall = mayCall;
    this.#log = log;
    this.#metrics = metrics;
    this.#appId = bot?.MicrosoftAppId ?? '';
  }

  /**
   * One turn, from the checked activity to the answer of the request. Never rejects.
   * @param authorization the header's value, empty when there is none
   * @returns 200; an invoke's own answer, or 501 when nobody gave one; 401 for a token that is
   * missing or not good; 403 with a reason when the activity comes in a way that is not taken; 500
   * when `logic` rejects
   */
  async handle(authorization: string, activity: Activity, logic: TurnLogic): Promise<TurnAnswer> {
    const kind = kindOf(activity.type);
    let identity: Awaited<ReturnType<LeanAuthentication['authenticateRequest']>>;
    try {
      identity = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      this.#log.warn({ err: error }, 'not authenticated');
      this.#metrics.turns.inc({ kind, outcome: 'unauthorised' });
      return { status: 401, body: { error: { code: 'activity.unauthorised' } } };
    }
    const reason = this.#refusal(activity);
    if (reason) {
      this.#log.warn({ reason, channel: activity.channelId }, 'activity refused');
      this.#metrics.httpRejects.inc({ reason });
      return { status: 403, body: { error: { code: 'activity.refused', reason } } };
    }
    const stop = this.#metrics.turnSeconds.startTimer({ kind });
    try {
      const response = await traced(
        'turn',
        () => aboutTurn(activity, kind),
        () => this.processActivity(identity, activity, logic),
      );
      this.#metrics.turns.inc({ kind, outcome: 'answered' });
      return { status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      const failure = new UpgraderaError('turn.failed', kind, error);
      this.#log.error({ err: failure }, 'turn failed');
      this.#metrics.turns.inc({ kind, outcome: 'failed' });
      return { status: 500, body: { error: { code: failure.code } } };
    } finally {
      stop();
    }
  }

  #refusal(activity: Activity): 'channel' | 'tenant' | 'service-url' | undefined {
    const doubt = this.#appId === '' ? undefined : tenantDoubt(activity);
    return doubt ?? (this.#mayCall(activity.serviceUrl) ? undefined : 'service-url');
  }

  /**
   * A turn that nobody asked for. Rejects with what `logic` rejects with, among it ConnectorError,
   * and with `channel.not-allowed` when the reference leads to an address that may not be called.
   * @param reference as stored from an earlier activity; one turn's context must not be kept
   */
  override continueConversation(
    reference: Partial<ConversationReference>,
    logic: TurnLogic,
  ): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
  }
}

export function createAdapter(parts: AdapterParts): TurnAdapter {
  const { bot, metrics, serviceUrls, ownUrl, exchange } = parts;
  const mayCall = serviceUrlRule({ authenticates: bot !== undefined, serviceUrls, ownUrl });
  const transport = new ConnectorTransport(metrics, exchange);
  return new TurnAdapter(new LeanAuthentication(bot, transport, mayCall), { ...parts, mayCall });
}
