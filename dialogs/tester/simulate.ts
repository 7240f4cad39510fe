/** What a tester does in the simulated admin center: `simulate buy 30 NAME`, `keep 20 NAME`, `cancel NAME`. */
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

const outcomes = { buy: 'simulateBought', keep: 'simulateKept', cancel: 'simulateEnded' } as const;

/** @returns whether something was done */
export async function simulate(
  needs: SimulateNeeds,
  control: TesterControl,
  turn: Turn,
  argument: string,
): Promise<boolean> {
  const asked = /^(?:(buy|keep) ([1-9]\d{0,5})|(cancel)) (.+)$/.exec(argument);
  if (!asked) {
    await turn.say('dialogs.tester.simulateHint');
    return false;
  }
  const [, verb = 'cancel', count = '0', , said = ''] = asked;
  const quantity = Number(count);
  const act = (id: string) =>
    verb === 'buy'
      ? control.buy(turn.tenantId, id, quantity)
      : control.reduce(turn.tenantId, id, quantity);
  const named = verb === 'buy' ? sold(needs) : await owned(needs, turn.tenantId);
  for (const { choice, name } of fitting(said, named)) {
    if (!(await act(choice))) continue;
    const key = outcomes[verb as keyof typeof outcomes];
    await turn.say(`dialogs.tester.${key}`, { name, n: turn.l.number(quantity) });
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
