/** Everybody in a simulated tenant, read from what its bot has stored. */
import { createLog } from '../../../bot/log.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { openStorage } from '../../../storage/open.ts';
import type { RunningBot } from '../bot/bot.ts';
import { catalog, priceBook } from './simulatedTenant.ts';
import { TriedLicences } from './triedLicences.ts';

/** The bot restarts meanwhile. @param now real time of the bot */
export async function storedUsers(
  bot: RunningBot,
  tenantId: string,
  now: () => Temporal.Instant,
): Promise<DirectoryUser[]> {
  let found: DirectoryUser[] = [];
  await bot.restart(async () => {
    const storage = await openStorage({ dataDir: bot.dataDir, log: createLog('silent') });
    const { tenantStates: tenants } = storage;
    const { licences } = new Sandbox({ tenants, catalog, prices: priceBook, now });
    found = await new TriedLicences(licences, tenantId).all();
    await storage.close();
  });
  return found;
}
