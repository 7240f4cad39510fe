/** What people do in Microsoft's admin center, while the bot knows nothing of it: it restarts meanwhile. */
import { createLog } from '../../../bot/log.ts';
import type { Owned } from '../../../sandbox/tenant/owned.ts';
import { parseTenantState } from '../../../sandbox/tenant/tenantState.ts';
import { openStorage } from '../../../storage/open.ts';
import type { Talk } from '../teams/transcript.ts';

/** @param change from what is owned to what is owned afterwards */
export async function elsewhere(
  { bot, teams }: Talk,
  change: (owned: readonly Owned[]) => Owned[],
): Promise<void> {
  const { tenantId = '' } = teams;
  teams.botUrl = await bot.restart(async () => {
    const storage = await openStorage({ dataDir: bot.dataDir, log: createLog('silent') });
    const stored = await storage.tenantStates.load(tenantId);
    const state = parseTenantState(stored?.value, tenantId);
    const next = { ...state, owned: change(state.owned) };
    await storage.tenantStates.save(tenantId, next, stored?.version ?? 0);
    await storage.close();
  });
}

/** A plan that was bought beside the first one, in the same way. */
export const bought =
  (skuId: string, quantity: number) =>
  (owned: readonly Owned[]): Owned[] => {
    const [{ turnedOff: _, groups: __, ...first }] = owned as [Owned];
    return [...owned, { ...first, id: `bought-${skuId}`, skuId, quantity, assigned: 0 }];
  };

/** So many users changed from the first product to that one. */
export const moved =
  (skuId: string, users: number) =>
  (owned: readonly Owned[]): Owned[] =>
    owned.map((one, index) => {
      if (index === 0) return { ...one, assigned: one.assigned - users };
      return one.skuId === skuId ? { ...one, assigned: one.assigned + users } : one;
    });
