import { changeStored } from '../base/changeStored.ts';
import type { WaitingRepository } from './repositories.ts';
import type { WaitingKind } from './waitingKind.ts';

/** A kind of thing that waits, and where its documents are. */
export interface Waiting<T = unknown> {
  kind: WaitingKind<T>;
  rows: WaitingRepository<T>;
}

export interface WakeTenantNeeds {
  /** Every kind. */
  waiting: readonly Waiting[];
  /** Real time. */
  now(): Temporal.Instant;
  /** Something may be due earlier than the timers think. */
  wake(): void;
}

/** What waits in a tenant is looked at now: its time has moved on, though ours has not. */
export async function wakeTenant(
  { waiting, now, wake }: WakeTenantNeeds,
  tenantId: string,
): Promise<void> {
  const at = now().toString();
  for (const { kind, rows } of waiting) {
    for (const document of await rows.listByTenant(tenantId)) {
      await changeStored(rows, kind.row(document).id, (current) => kind.woken(current, at));
    }
  }
  wake();
}
