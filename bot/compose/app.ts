/** The composition root: everything is built here, once, and knows only what it is given. */
import { agentsOf, directoryAmongAgents } from '../../commerce/access/agents.ts';
import { loadCatalog } from '../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../commerce/catalog/loadPriceBook.ts';
import { type FactsAbout, gatherFacts } from '../../commerce/diagnosis/gatherFacts.ts';
import {
  serviceAnswerSeconds,
  serviceAnswerSecondsInTurn,
} from '../../commerce/model/policyValues.ts';
import { waitingIn } from '../../storage/contract/waitingKinds.ts';
import { openStorage, type Storage } from '../../storage/open.ts';
import { learnIntents } from '../../understanding/intents/meant.ts';
import type { Environment } from '../environment.ts';
import { mountConsent } from '../http/consent.ts';
import { Server } from '../http/server.ts';
import { mountLocalChannel } from '../localChannel/channel.ts';
import type { Log } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { mountOrderPage } from '../orderPage/mountOrderPage.ts';
import { openReader } from '../reader/openReader.ts';
import { attachedFiles } from '../sdk/attachedFiles.ts';
import { DirectExchange } from '../sdk/exchange/directExchange.ts';
import type { Exchange } from '../sdk/exchange/exchange.ts';
import { createAdapter } from '../sdk/turnAdapter.ts';
import { openTelemetry } from '../telemetry/telemetry.ts';
import { goOnAfterConsent } from '../turn/consent/goOnAfterConsent.ts';
import { Listener } from '../turn/listener.ts';
import { createTurnHandler } from '../turn/turnHandler.ts';
import { articlesOnce } from './articles.ts';
import { createBackend, limitPorts, type Ports } from './backend.ts';
import { composeDialogs } from './dialogs.ts';
import { orderPages } from './orderPages.ts';
import { createWorkers } from './workers.ts';

export interface App {
  /** @returns where it listens. Calling again waits for the same start. @throws UpgraderaError */
  start(): Promise<string>;
  /** Answers the turns in flight, finishes what is being looked at, closes the storage. */
  stop(): Promise<void>;
}

/** What the process has to do with the world by. */
export interface Means {
  /** Real time. */
  now: () => Temporal.Instant;
  /** By which the channel is called; stopped with the app. */
  exchange: Exchange;
}

export function createApp(environment: Environment, log: Log, means: Partial<Means> = {}): App {
  const now = means.now ?? (() => Temporal.Now.instant());
  const exchange = means.exchange ?? new DirectExchange();
  let running: Promise<Running> | undefined;
  let stopped: Promise<void> | undefined;
  const halt = async (): Promise<void> => {
    const started = await running?.catch(() => undefined);
    await started?.stop();
  };
  return {
    start: async () => {
      running ??= run(environment, log, { now, exchange });
      return (await running).url;
    },
    stop: () => {
      stopped ??= halt();
      return stopped;
    },
  };
}

interface Running {
  url: string;
  stop(): Promise<void>;
}

async function run(environment: Environment, log: Log, means: Means): Promise<Running> {
  learnIntents();
  const { dataDir, databaseUrl } = environment;
  const storage = await openStorage({ dataDir, databaseUrl, log });
  try {
    return await serve(environment, log, storage, means);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function serve(
  environment: Environment,
  log: Log,
  storage: Storage,
  { now, exchange }: Means,
): Promise<Running> {
  const { moves, moveParts, cases, board, deskPlaces, approvals } = storage;
  const { orders, quotes, watches, manualChanges, conversations, contacts, firstAttempts, turns } =
    storage;
  const catalog = loadCatalog();
  const priceBook = loadPriceBook();
  const { bot, metricsToken, serviceUrls } = environment;
  const backend = await createBackend({ ...storage, catalog, priceBook, now, environment });
  const { natureOf, testerOf, connecting } = backend;
  const agents = agentsOf(environment.agents);
  const served = { ...backend, directory: directoryAmongAgents(backend.directory, agents) };
  const ports = limitPorts(served, serviceAnswerSeconds);
  const portsInTurn = limitPorts(served, serviceAnswerSecondsInTurn);
  const factsFrom =
    (from: Ports) =>
    (...about: FactsAbout) =>
      gatherFacts({ ...from, catalog, orders, firstAttempts }, ...about);

  const metrics = createMetrics();
  let url = '';
  const adapter = createAdapter({
    log,
    metrics,
    exchange,
    ...(bot ? { bot } : { ownUrl: () => url }),
    ...(serviceUrls ? { serviceUrls } : {}),
  });
  const speaking = { adapter, metrics, now, natureOf, log };
  const { articles, findArticle } = articlesOnce();
  const workers = createWorkers({
    storage,
    ports,
    catalog,
    articles,
    agents,
    gatherFacts: factsFrom(ports),
    ...speaking,
  });

  const { reader } = environment;
  const readerOf = reader && (await openReader(reader, { metrics, now, log }));
  const pages = await orderPages({
    ...ports,
    live: environment.live,
    localUrl: bot ? undefined : () => url,
    catalog,
    quotes,
    natureOf,
    now,
  });
  const dialogs = composeDialogs({
    ...portsInTurn,
    catalog,
    articles,
    findArticle,
    orders,
    priceBook,
    quotes,
    watches,
    moves,
    moveParts,
    manualChanges,
    approvals,
    contacts,
    limits: environment.limits ?? [],
    cases,
    board,
    deskPlaces,
    conversations,
    agents,
    waiting: waitingIn(storage),
    testerOf,
    ...(connecting ? { connecting } : {}),
    gatherFacts: factsFrom(portsInTurn),
    now,
    wake: () => turns.afterwards(() => workers.wake()),
    readerOf,
    orderPageOf: pages.orderPageOf,
    files: attachedFiles({ authenticates: bot !== undefined }),
  });
  const listener = new Listener({ dialogs, now, natureOf, log });
  const { follow, showCase } = workers;
  const parts = { conversations, contacts, orders, follow, showCase, turns, listener, now, log };
  const conversing = createTurnHandler(parts);
  const server = new Server({
    log,
    metrics,
    authenticates: bot !== undefined,
    ...(metricsToken ? { metricsToken } : {}),
    ready: () => storage.ready(),
    onActivity: (authorization, activity) =>
      adapter.handle(authorization, activity, conversing.take),
  });
  const { links, draw } = pages;
  const authenticates = bot !== undefined;
  mountOrderPage(server.restify, { ...ports, orders, authenticates, links, draw, now, log });
  if (connecting) {
    const goOn = goOnAfterConsent({ conversations, adapter, take: conversing.take });
    mountConsent(server.restify, { authenticates: bot !== undefined, connecting, goOn, log });
  }
  const telemetry = await openTelemetry(environment.telemetry, metrics.registry);
  const { host } = environment;
  const local = bot ? undefined : mountLocalChannel(server.restify, { botUrl: () => url, log });
  const port = await server.listen(environment.port, host);
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const stop = async (): Promise<void> => {
    local?.close();
    await server.close();
    await workers.stop();
    await conversing.stop();
    await backend.close();
    await exchange.stop();
    await storage.close();
    await telemetry.stop();
  };
  try {
    await workers.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
