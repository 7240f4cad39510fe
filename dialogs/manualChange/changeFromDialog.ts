/** Which plan is to be changed by hand? A change that is under way is gone on with. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { type ChangeFromItem, changeFromCard } from '../../cards/manualChange/changeFromCard.ts';
import { subscriptionsOf } from '../../commerce/licences/subscriptionsOf.ts';
import type { ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { currentStep } from '../../commerce/manualChange/steps.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { isOver } from '../../commerce/model/subscription.ts';
import type { Moving } from '../../commerce/move/moving.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { findByName } from '../../understanding/findByName.ts';
import type { Named } from '../../understanding/reading/named.ts';
import { pageAsked, pageOf } from '../step/paging.ts';
import { planName, planNames } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import type { Turn } from '../step/turn.ts';

export interface ChangeFromNeeds extends StepNeeds {
  manualChanges: Pick<ManualChanges, 'openFor' | 'ofMove'>;
  moving: Pick<Moving, 'get'>;
  seller: Pick<Seller, 'subscriptions'>;
  directory: Pick<Directory, 'assignedLicences'>;
  catalog: Pick<Catalog, 'find'>;
}

type Item = ChangeFromItem & { choice: string };

export class ChangeFromDialog extends StepDialog<ChangeFromNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { turn, subject, memory } = step;
    if (subject.moveId) {
      const next = await this.#ofMove(turn, subject.moveId);
      if (next) return step.go(next.step, next.subject);
    }
    const said = typeof memory.said === 'string' ? memory.said : '';
    const items = await this.#items(turn);
    const reference = findReference(said, 'CHG');
    if (reference) {
      const found = items.find(({ choice }) => choice === reference);
      if (found) return this.#take(step, found);
      await turn.say('dialogs.manual.notFound', { reference });
    }
    if (subject.subscriptionId) return this.#ofSubscription(step, subject.subscriptionId, items);
    const changes = items.filter(({ is }) => is === 'change');
    const [first, second] = items;
    if (!first) {
      await turn.say('dialogs.products.none');
      return step.end();
    }
    if (memory.other !== true) {
      const [change, another] = changes;
      if (change && !another) return this.#take(step, change);
      const found = find(said, items);
      if (found && found !== 'several') return this.#take(step, found);
    }
    if (!second && first.is === 'subscription') {
      await turn.say('dialogs.manual.only', { plan: first.sourceName });
      return this.#take(step, first);
    }
    return super.enter(step);
  }

  protected override async present({ turn, memory }: Place): Promise<void> {
    const items = await this.#items(turn);
    const choices = items.map(({ choice }) => choice);
    await turn.show('change-from', { subject: {}, choices }, drawing(items, memory.page));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, choice, text } = turn.intent;
    const items = await this.#items(turn);
    if (verb === 'manual.page') {
      memory.page = choice;
      await turn.redraw(drawing(items, choice));
      return step.stay();
    }
    const asked = pageAsked(text, memory.page);
    if (asked !== undefined) {
      memory.page = pageOf(items, asked).page;
      await this.present(step);
      return step.stay();
    }
    const reference = findReference(text, 'CHG');
    const found = verb
      ? items.find((item) => item.choice === choice)
      : (items.find((item) => item.choice === reference) ??
        find(text, items, pageOf(items, memory.page).items));
    if (found === 'several') {
      await turn.say('dialogs.products.several');
      return step.stay();
    }
    if (!found) return this.hint(step, 'dialogs.products.hint');
    await turn.close(['change-from'], found.sourceName);
    return this.#take(step, found);
  }

  /** The notice of a move leads to it; to its dry run before it has begun. */
  async #ofMove(turn: Turn, moveId: string) {
    const [change, move] = await Promise.all([
      this.needs.manualChanges.ofMove(turn, moveId),
      this.needs.moving.get(turn.tenantId, moveId),
    ]);
    const step = move.state === 'planned' || move.state === 'planning' ? 'move-plan' : 'move';
    const { targetSkuId, subscriptionId, selection } = move;
    // Whoever types there wants a change, which that is none of.
    const isPressed = turn.intent.verb !== undefined;
    if (selection.kind === 'order') return isPressed && { step: 'move', subject: { moveId } };
    if (targetSkuId === undefined) return { step, subject: { subscriptionId, moveId } };
    return change && { step, subject: { changeId: change.id, moveId } };
  }

  /** From a diagnosis, or where a subscription is talked about: nobody is asked which. */
  #ofSubscription(step: Step, subscriptionId: string, items: Item[]): Promise<DialogTurnResult> {
    const known = items.find((item) => 'about' in item && item.about === subscriptionId);
    if (known) return this.#take(step, known);
    return step.go('change-to', { subscriptionId }, { said: step.memory.said });
  }

  async #take(step: Step, { is, choice }: Item): Promise<DialogTurnResult> {
    const { said } = step.memory;
    if (is === 'subscription') return step.go('change-to', { subscriptionId: choice }, { said });
    return step.go('manual-change', { changeId: choice }, { resumed: true });
  }

  /** Changes under way, newest first, then what else is owned and is no add-on. */
  async #items(turn: Turn): Promise<(Item & { about?: string })[]> {
    const { catalog, manualChanges } = this.needs;
    const { l, tenantId } = turn;
    turn.owned ??= subscriptionsOf(this.needs, tenantId);
    const [owned, open] = await Promise.all([turn.owned, manualChanges.openFor(turn)]);
    // One whose subscription is gone before anybody was moved is about nothing any more.
    const changes = open.filter(
      (change) =>
        currentStep(change) === 'end' || owned.some(({ id }) => id === change.subscriptionId),
    );
    const under = changes.map((change) => ({
      is: 'change' as const,
      choice: change.id,
      about: change.subscriptionId,
      reference: change.id,
      ...planNames(catalog, l, change),
    }));
    const free = owned
      .filter((one) => !isOver(one) && catalog.find(one.skuId)?.kind !== 'addon')
      .filter(({ id }) => !changes.some(({ subscriptionId }) => subscriptionId === id))
      .map(({ id, skuId, quantity }) => ({
        is: 'subscription' as const,
        choice: id,
        sourceName: planName(catalog, skuId, l),
        quantity,
      }));
    return [...under, ...free];
  }
}

function drawing(all: Item[], wanted: unknown) {
  const view = pageOf(all, wanted);
  return (context: CardContext) => changeFromCard(view, context);
}

const namedOf = ({ choice, sourceName }: Item): Named => ({ choice, name: sourceName });

function find(text: string, items: Item[], inSight: Item[] = items): Item | 'several' | undefined {
  if (text === '') return undefined;
  const found = findByName(text, items.map(namedOf), inSight.map(namedOf));
  if ('several' in found) return 'several';
  if ('none' in found) return undefined;
  return items.find(({ choice }) => choice === found.found.choice);
}
