/** The things that wait and owe people notices, a line each; the key names the collection. */
import type { z } from 'zod';
import { waitingApproval } from '../../commerce/approval/waitingApproval.ts';
import { waitingChange } from '../../commerce/manualChange/waitingChange.ts';
import { waitingMove } from '../../commerce/move/waitingMove.ts';
import { waitingOrder } from '../../commerce/order/waitingOrder.ts';
import type { WaitingRepository } from '../../commerce/ports/repositories.ts';
import type { Waiting } from '../../commerce/ports/wakeTenant.ts';
import { waitingCase } from '../../commerce/support/waitingCase.ts';
import { waitingWatch } from '../../commerce/watch/waitingWatch.ts';

export const waitingKinds = {
  orders: waitingOrder,
  watches: waitingWatch,
  moves: waitingMove,
  manualChanges: waitingChange,
  cases: waitingCase,
  approvals: waitingApproval,
};

export type WaitingName = keyof typeof waitingKinds;

type Kind<Name extends WaitingName> = (typeof waitingKinds)[Name];
/** The document of a kind, and a notice in it. */
export type WaitingDocument<Name extends WaitingName> = z.infer<Kind<Name>['schema']>;
export type NoticeOf<Name extends WaitingName> = ReturnType<Kind<Name>['notices']>[number]['state'];

/** A repository of each kind. */
export type WaitingRepositories = {
  [Name in WaitingName]: WaitingRepository<WaitingDocument<Name>>;
};

export function waitingOf(repositories: WaitingRepositories, name: WaitingName): Waiting {
  return { kind: waitingKinds[name], rows: repositories[name] } as Waiting;
}

export function waitingIn(repositories: WaitingRepositories): Waiting[] {
  const names = Object.keys(waitingKinds) as WaitingName[];
  return names.map((name) => waitingOf(repositories, name));
}
