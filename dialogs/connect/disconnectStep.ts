/** Is the organization to be forgotten? Asked of who may decide it, and done on a clear yes. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { disconnectCard } from '../../cards/connect/disconnectCard.ts';
import { rolesOf } from '../../commerce/access/rights.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import { letGoAll } from '../../commerce/order/purchase/decidePurchase.ts';
import type { Connecting } from '../../commerce/ports/connecting.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import type { Watching } from '../../commerce/watch/watching.ts';
import { match } from '../../understanding/phrases.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';

export interface DisconnectNeeds extends StepNeeds {
  connecting: Pick<Connecting, 'find' | 'disconnect'>;
  directory: Pick<Directory, 'roles'>;
  watching: Pick<Watching, 'stopAll'>;
  orders: OrderRepository;
  /** Real time. */
  now(): Temporal.Instant;
}

export class DisconnectStep extends StepDialog<DisconnectNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    if (await this.#may(step)) return super.enter(step);
    await step.turn.say('dialogs.connect.mayNotDisconnect');
    return step.end();
  }

  protected override async present({ turn }: Place): Promise<void> {
    const connected = await this.needs.connecting.find(turn.tenantId);
    if (!connected) return;
    const view = { since: connected.at };
    await turn.show('disconnect', { subject: {} }, (context) => disconnectCard(view, context));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, text } = turn.intent;
    const ends = verb ? verb === 'connect.end' : match(text, 'accept') !== undefined;
    const keeps = verb ? verb === 'connect.keep' : match(text, 'back') !== undefined;
    if (keeps) {
      await turn.close(['disconnect'], turn.l.t('dialogs.outcome.kept'));
      await turn.say('dialogs.connect.kept');
      return step.end();
    }
    if (!ends) return this.hint(step, 'dialogs.connect.disconnectHint');
    if (!(await this.#may(step))) {
      await turn.say('dialogs.connect.mayNotDisconnect');
      return step.end();
    }
    await this.needs.watching.stopAll(turn.tenantId);
    const decision = { by: turn.userId, at: this.needs.now().toString() };
    await letGoAll(this.needs.orders, turn.tenantId, decision);
    await this.needs.connecting.disconnect(turn.tenantId);
    await turn.close(['disconnect'], turn.l.t('dialogs.outcome.disconnected'));
    await turn.say('dialogs.connect.disconnected');
    turn.keep();
    return step.end();
  }

  /** Who asked for the connection, and whoever could give the consent. */
  async #may({ turn: { tenantId, userId } }: Step): Promise<boolean> {
    const connected = await this.needs.connecting.find(tenantId);
    if (connected?.by === userId) return true;
    const { entra } = await rolesOf(this.needs.directory, tenantId, userId);
    return isKnown(entra) && entra.includes('global-admin');
  }
}
