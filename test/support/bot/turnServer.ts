/** The real server and adapter around one piece of turn logic. */

import type { BotIdentity } from '../../../bot/environment.ts';
import { Server } from '../../../bot/http/server.ts';
import { createMetrics, type Metrics } from '../../../bot/metrics.ts';
import { DirectExchange } from '../../../bot/sdk/exchange/directExchange.ts';
import { createAdapter, type TurnAdapter, type TurnLogic } from '../../../bot/sdk/turnAdapter.ts';
import { keptLog } from '../process/logLines.ts';

export interface TurnServer {
  url: string;
  server: Server;
  adapter: TurnAdapter;
  metrics: Metrics;
  /** Everything that was logged. */
  lines: string[];
}

interface TurnServerOptions {
  bot?: BotIdentity;
  serviceUrls?: readonly string[];
  metricsToken?: string;
  ready?: () => Promise<boolean>;
}

export async function startTurnServer(
  logic: TurnLogic,
  { bot, serviceUrls, metricsToken, ready = async () => true }: TurnServerOptions = {},
): Promise<TurnServer> {
  const { log, lines } = keptLog();
  const metrics = createMetrics();
  const adapter = createAdapter({
    log,
    metrics,
    exchange: new DirectExchange(),
    ...(bot ? { bot } : {}),
    ...(serviceUrls ? { serviceUrls } : {}),
  });
  const server = new Server({
    log,
    metrics,
    authenticates: bot !== undefined,
    ...(metricsToken ? { metricsToken } : {}),
    ready,
    onActivity: (authorization, activity) => adapter.handle(authorization, activity, logic),
  });
  const port = await server.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}`, server, adapter, metrics, lines };
}
