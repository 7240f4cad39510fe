/** The whole bot on real tenants, whose Microsoft is the wire servers; and an administrator with a browser. */
import assert from 'node:assert/strict';
import type { Environment } from '../../../bot/environment.ts';
import type { CallLimits } from '../../../microsoft/http/patience.ts';
import { PriceSheets } from '../../../microsoft/partnerCenter/prices/priceSheets.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { openStorage, type Storage } from '../../../storage/open.ts';
import { type RunningBot, startBot } from '../../support/bot/bot.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { priceSheetCsv } from './partnerCatalog.ts';
import { hasty, WireMicrosoft } from './wireMicrosoft.ts';

const publicUrl = 'https://bot.example';
/** Of this product the partner has imported no price. */
export const unpricedInSweden = skus.office365E5;
const markets = [
  ['SE', 'SEK'],
  ['DE', 'EUR'],
  ['US', 'USD'],
] as const;

/** Settings of a bot whose Microsoft these servers are; their time is that of this machine from now on. */
export function partnerEnvironment(
  wire: WireMicrosoft,
  limits: CallLimits = hasty,
): Pick<Environment, 'live' | 'partner'> {
  wire.tenants.isOnTime = true;
  const { partnerTenantId, partnerCenterUrl = '' } = wire.partnerSettings();
  const secret = { kind: 'text', text: wire.app.secret } as const;
  const live = { microsoft: wire.settings(), publicUrl, secret, limits };
  return { live, partner: { partnerTenantId, partnerCenterUrl } };
}

export async function importPrices({ priceSheets }: Pick<Storage, 'priceSheets'>): Promise<void> {
  const sheets = new PriceSheets(priceSheets);
  for (const [market, currency] of markets) {
    const leaveOut = market === 'SE' ? [unpricedInSweden] : [];
    await sheets.import(priceSheetCsv({ market, currency, leaveOut }));
  }
}

export interface Returned {
  status: number;
  page: string;
  /** Where the browser was sent back to; may be visited again. */
  address: string;
}

interface LiveBotOptions {
  /** How late the directory may be, where that is not as usual. */
  directoryLagMinutes?: number;
  /** The bot's real time, where that is not this machine's. */
  now?: () => Temporal.Instant;
  /** How long it waits, where tenants are large. */
  limits?: CallLimits;
}

export class LiveBot {
  readonly wire: WireMicrosoft;
  readonly bot: RunningBot;
  /** What was logged. */
  readonly lines: string[];

  static async start({
    directoryLagMinutes,
    now,
    limits = hasty,
  }: LiveBotOptions = {}): Promise<LiveBot> {
    const wire = await WireMicrosoft.start();
    const { log, lines } = keptLog();
    const secret = { kind: 'text', text: wire.app.secret } as const;
    const reached = { microsoft: wire.settings(), publicUrl, secret, limits };
    const live = {
      ...reached,
      ...(directoryLagMinutes === undefined ? {} : { directoryLagMinutes }),
    };
    return new LiveBot(wire, await startBot({ live }, log, now), lines);
  }

  /** The bot of a partner, whose prices were imported. */
  static async startForPartner({
    now,
    limits,
  }: Omit<LiveBotOptions, 'directoryLagMinutes'> = {}): Promise<LiveBot> {
    const wire = await WireMicrosoft.start();
    const { log, lines } = keptLog();
    const bot = await startBot(partnerEnvironment(wire, limits), log, now);
    await bot.restart(async () => {
      const storage = await openStorage({ dataDir: bot.dataDir, log });
      await importPrices(storage);
      await storage.close();
    });
    return new LiveBot(wire, bot, lines);
  }

  private constructor(wire: WireMicrosoft, bot: RunningBot, lines: string[]) {
    this.wire = wire;
    this.bot = bot;
    this.lines = lines;
  }

  chat(tenantId: string, locale = 'en-US'): Promise<FakeTeams> {
    return FakeTeams.start({ botUrl: this.bot.url, tenantId, locale });
  }

  /** One whose tenant has consented, ready to be talked to. */
  async connectedChat(tenantId: string, locale?: string): Promise<FakeTeams> {
    const teams = await this.chat(tenantId, locale);
    await teams.say('hi');
    assert.equal((await this.consent(teams)).status, 200);
    await teams.waitFor(() => teams.cards.some(({ id }) => id === 'home'));
    return teams;
  }

  /** The link on the newest card that has one, as it stands there. */
  linkOn(teams: FakeTeams): URL {
    const links = teams.cards.flatMap(({ id, json }) =>
      (
        (['connect', 'allow-licences'].includes(id) && (json.actions as { url?: string }[])) ||
        []
      ).flatMap(({ url }) => url ?? []),
    );
    return new URL(links.at(-1) ?? 'about:blank');
  }

  /** An administrator follows the link of the newest card, decides, and is sent back. */
  async consent(teams: FakeTeams, language = 'en'): Promise<Returned> {
    return this.#follow(this.linkOn(teams), language);
  }

  /** The same with a link that stands on no card. */
  consentAs(tenantId: string, state: string): Promise<Returned> {
    const link = new URL(`/${tenantId}/v2.0/adminconsent`, this.wire.entra.url);
    link.searchParams.set('client_id', this.wire.app.appId);
    link.searchParams.set('scope', 'https://graph.microsoft.com/.default');
    link.searchParams.set('redirect_uri', `${publicUrl}/consent`);
    link.searchParams.set('state', state);
    return this.#follow(link, 'en');
  }

  async #follow(link: URL, language: string): Promise<Returned> {
    const asked = await fetch(new URL(`${link.pathname}${link.search}`, this.wire.entra.url), {
      redirect: 'manual',
    });
    assert.equal(asked.status, 302, await asked.text());
    return this.visit(asked.headers.get('location') ?? '', language);
  }

  async visit(address: string, language = 'en'): Promise<Returned> {
    const { pathname, search, origin } = new URL(address);
    assert.equal(origin, publicUrl);
    const response = await fetch(new URL(`${pathname}${search}`, this.bot.url), {
      headers: { 'accept-language': language },
    });
    return { status: response.status, page: await response.text(), address };
  }

  async stop(): Promise<void> {
    await this.bot.stop();
    await this.wire.stop();
  }
}
