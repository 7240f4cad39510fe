/**
 * What a tester does in the simulated admin center: `simulate buy 30 NAME`, `keep 20 NAME`, `cancel NAME`, and
 * `group GROUP NAME`, which then gives that plan.
 */
import type { Catalog } from '../../commerce/model/catalog.ts';
import { isOver } from '../../commerce/model/subscription.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import { findByName } from '../../understanding/findByName.ts';
import type { Named } from '../../understanding/reading/named.ts';
import type { Turn } from '../step/turn.ts';

export interface SimulateNeeds {
  catalog: Catalog;
  seller: Pick<Seller, 'subscriptions'>;
}

interface Verb {
  /** What comes after it; the last part is the name of a plan, the one before it what `act` gets. */
  pattern: RegExp;
  /** Key under `dialogs.tester` of what was done. */
  done: string;
  /** Whether it is about any plan that is sold, and not one that the tenant has. */
  isOfAll?: true;
  /** @param id of the plan, or of the subscription */
  act(control: TesterControl, tenantId: string, id: string, given: string): Promise<boolean>;
}

const verbs: Readonly<Record<string, Verb>> = {
  buy: {
    pattern: /^([1-9]\d{0,5}) (.+)$/,
    done: 'simulateBought',
    isOfAll: true,
    act: (control, tenantId, id, count) => control.buy(tenantId, id, Number(count)),
  },
  keep: {
    pattern: /^([1-9]\d{0,5}) (.+)$/,
    done: 'simulateKept',
    act: (control, tenantId, id, count) => control.reduce(tenantId, id, Number(count)),
  },
  cancel: {
    pattern: /^()(.+)$/,
    done: 'simulateEnded',
    act: (control, tenantId, id) => control.reduce(tenantId, id, 0),
  },
  group: {
    pattern: /^(\S+) (.+)$/,
    done: 'simulateGroup',
    isOfAll: true,
    act: (control, tenantId, id, group) => control.changeGroup(tenantId, group, id),
  },
};

/** @returns whether something was done */
export async function simulate(
  needs: SimulateNeeds,
  control: TesterControl,
  turn: Turn,
  argument: string,
): Promise<boolean> {
  const [, name = '', rest = ''] = /^(\w+) (.+)$/.exec(argument) ?? [];
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const [, given = '', said] = verb?.pattern.exec(rest) ?? [];
  if (!verb || said === undefined) {
    await turn.say('dialogs.tester.simulateHint');
    return false;
  }
  const named = verb.isOfAll ? sold(needs) : await owned(needs, turn.tenantId);
  for (const { choice, name: plan } of fitting(said, named)) {
    if (!(await verb.act(control, turn.tenantId, choice, given))) continue;
    await turn.say(`dialogs.tester.${verb.done}`, { name: plan, given });
    return true;
  }
  await turn.say('dialogs.tester.simulateNot', { name: said });
  return false;
}

function fitting(said: string, named: readonly Named[]): readonly Named[] {
  const found = findByName(said, named, []);
  if ('found' in found) return [found.found];
  return 'several' in found ? found.several : [];
}

const sold = ({ catalog }: SimulateNeeds): Named[] =>
  catalog.plans.map(({ skuId, name }) => ({ choice: skuId, name }));

/** By the ids of subscriptions, the newest of several of a product first. */
async function owned({ catalog, seller }: SimulateNeeds, tenantId: string): Promise<Named[]> {
  const subscriptions = (await seller.subscriptions(tenantId)).filter((one) => !isOver(one));
  return subscriptions
    .map(({ id, skuId }) => ({ choice: id, name: catalog.find(skuId)?.name ?? skuId }))
    .reverse();
}
