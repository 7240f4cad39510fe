/** The SDK's adapter with answers that tell strangers nothing. */
import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { CloudAdapter } from 'botbuilder';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { BotIdentity } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Metrics, TurnKind } from '../metrics.ts';
import { ConnectorTransport } from './connectorTransport.ts';
import { LeanAuthentication } from './leanAuthentication.ts';

/** What the bot's door answers. */
export interface TurnAnswer {
  status: number;
  body?: unknown;
}

export type TurnLogic = (context: TurnContext) => Promise<void>;

interface AdapterParts {
  /** Absent: nobody is authenticated. */
  bot?: BotIdentity;
  log: Log;
  metrics: Metrics;
}

const kindOf = (type: string): TurnKind =>
  type === 'message' || type === 'invoke' ? type : 'other';

/**
 * `onTurnError` stays unset: with it the SDK would swallow the failure of a proactive send and
 * answer a failed invoke as if nobody had handled it.
 */
export class TurnAdapter extends CloudAdapter {
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #appId: string;

  constructor(authentication: LeanAuthentication, { bot, log, metrics }: AdapterParts) {
    super(authentication);
    this.#log = log;
    this.#metrics = metrics;
    this.#appId = bot?.MicrosoftAppId ?? '';
  }

  /**
   * One turn, from the checked activity to the answer of the request. Never rejects.
   * @param authorization the header's value, empty when there is none
   * @returns 200; an invoke's own answer, or 501 when nobody gave one; 401 for a token that is
   * missing or not good; 500 when `logic` rejects
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
    const stop = this.#metrics.turnSeconds.startTimer({ kind });
    try {
      const response = await this.processActivity(identity, activity, logic);
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

  /**
   * A turn that nobody asked for. Rejects with what `logic` rejects with, among it ConnectorError.
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
  const transport = new ConnectorTransport(parts.metrics);
  return new TurnAdapter(new LeanAuthentication(parts.bot, transport), parts);
}
