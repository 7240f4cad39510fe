/** What the change means, and how many users it is for: said before anything is bought. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import type { Problem } from '../../cards/kit/problemBox.ts';
import {
  type ChangePlanView,
  changePlanCard,
  changePlanInputSchema,
} from '../../cards/manualChange/changePlanCard.ts';
import { rightsOf } from '../../commerce/access/rights.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { lossesBetween } from '../../commerce/catalog/questions.ts';
import { subscriptionsOf } from '../../commerce/licences/subscriptionsOf.ts';
import { backupItems } from '../../commerce/manualChange/backupItems.ts';
import { newChange } from '../../commerce/manualChange/beginChange.ts';
import { endingOf, windowFrom } from '../../commerce/manualChange/ending.ts';
import { look } from '../../commerce/manualChange/look.ts';
import type { ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { isMerge } from '../../commerce/manualChange/steps.ts';
import { zoneOf } from '../../commerce/model/account.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { match } from '../../understanding/phrases.ts';
import { planNames } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { usersSaid } from './usersSaid.ts';

export interface ChangePlanNeeds extends StepNeeds {
  manualChanges: Pick<ManualChanges, 'begin'>;
  seller: Pick<Seller, 'subscriptions' | 'billingAccount'>;
  directory: Pick<Directory, 'assignedLicences' | 'roles'>;
  catalog: Pick<Catalog, 'find'>;
  clock: Clock;
}

type Users = number | 'all';

export class ChangePlanDialog extends StepDialog<ChangePlanNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { memory } = step;
    const users = typeof memory.said === 'string' ? usersSaid(memory.said) : undefined;
    if (typeof users === 'number' || users === 'all') memory.users = users;
    return super.enter(step);
  }

  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    const draw = await this.#drawing(place);
    await turn.show('change-plan', { subject }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, text, inputs } = turn.intent;
    if (verb ? verb === 'manual.back' : match(text, 'back') !== undefined) {
      await turn.close(['change-plan'], turn.l.t('dialogs.outcome.back'));
      return step.go('change-to', { subscriptionId: step.subject.subscriptionId });
    }
    if (verb === 'manual.begin') return this.#pressed(step, inputs);
    const users = usersSaid(text);
    if (users === 'unclear') {
      await turn.say('dialogs.manual.unclearUsers');
      return step.stay();
    }
    if (users !== undefined) {
      const problem = await this.#problemOf(step, users);
      if (problem) await turn.say(problem.key, countsOf(problem));
      else {
        memory.users = users;
        await this.present(step);
      }
      return step.stay();
    }
    const begins = ['manualBegin', 'next'].some((key) => match(text, key) !== undefined);
    return begins ? this.#begin(step) : this.hint(step, 'dialogs.manual.planHint');
  }

  async #pressed(step: Step, inputs: Record<string, unknown>): Promise<DialogTurnResult> {
    const { turn, memory, subject } = step;
    const { change } = await this.#outlook(step);
    if (isMerge(change)) return this.#begin(step);
    const read = changePlanInputSchema.safeParse(inputs);
    const users = read.success ? read.data.users : undefined;
    const problem =
      users === undefined
        ? { key: 'dialogs.manual.unclearUsers', values: {} }
        : await this.#problemOf(step, users);
    if (problem) {
      await turn.redraw(
        await this.#drawing({ turn, subject, memory: { ...memory, users } }, problem),
      );
      return step.stay();
    }
    memory.users = users;
    return this.#begin(step);
  }

  async #begin(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { subscriptionId = '', targetSkuId = '' } = subject;
    const { buy, seeUsers } = await rightsOf(this.needs, turn.tenantId, turn.userId);
    if (buy === false && seeUsers === false) {
      await turn.say('dialogs.manual.role');
      return step.stay();
    }
    const { users } = await this.#outlook(step);
    const wish = { subscriptionId, targetSkuId, users };
    const { change, isNew } = await this.needs.manualChanges.begin(turn, wish);
    await turn.close(['change-plan'], turn.l.t('dialogs.outcome.begun', { reference: change.id }));
    await turn.say(`dialogs.manual.${isNew ? 'begun' : 'already'}`, { reference: change.id });
    turn.keep();
    return step.go('manual-change', { changeId: change.id });
  }

  async #problemOf(place: Place, users: Users): Promise<Problem | undefined> {
    const { left } = (await this.#outlook(place)).seen;
    if (users === 'all' || !isKnown(left) || users <= left) return undefined;
    return { key: 'dialogs.manual.tooMany', values: { left } };
  }

  /** How it would begin now. */
  async #outlook({ turn, subject, memory }: Place) {
    const { catalog, clock, seller } = this.needs;
    const { subscriptionId = '', targetSkuId = '' } = subject;
    turn.owned ??= subscriptionsOf(this.needs, turn.tenantId);
    const [owned, instant, account] = await Promise.all([
      turn.owned,
      clock.now(turn.tenantId),
      seller.billingAccount(turn.tenantId, subscriptionId),
    ]);
    const source = owned.find(({ id }) => id === subscriptionId);
    if (!source) throw new UpgraderaError('subscription.unknown', subscriptionId);
    const { assigned } = source;
    const said = typeof memory.users === 'number' ? memory.users : 'all';
    // Whoever names as many as there are means everybody, also those who come until then.
    const users: Users = said === assigned ? 'all' : said;
    const wish = { subscriptionId, targetSkuId, users };
    const [from, to] = [catalog.find(source.skuId), catalog.find(targetSkuId)];
    const toBackUp = backupItems(from, to);
    const losses = from && to ? lossesBetween(from, to) : { gone: [], lower: [], features: [] };
    const now = instant.toString();
    const change = newChange('', turn, { wish, source, owned, toBackUp, now });
    const leaving = owned.find(({ id }) => id === change.subscriptionId) ?? source;
    return { change, users, losses, leaving, seen: look(change, owned), now, account };
  }

  async #drawing(place: Place, problem?: Problem) {
    const { turn } = place;
    const { change, users, losses, leaving, seen, now, account } = await this.#outlook(place);
    const { free, needed } = seen;
    const timeZone = zoneOf(account);
    const wanted = isKnown(needed) ? needed : 0;
    const view: ChangePlanView = {
      ...planNames(this.needs.catalog, turn.l, change),
      merges: isMerge(change),
      left: seen.left,
      users,
      free: isKnown(free) ? Math.max(0, free) : free,
      missing: Math.max(0, wanted - (isKnown(free) ? free : 0)),
      losses,
      toBackUp: change.toBackUp,
      ending: endingOf(leaving, account, now, timeZone),
      ...(account.agreement === 'MCA' ? { newUntil: windowFrom(now) } : {}),
      asOf: now,
      timeZone,
      ...(problem ? { problem } : {}),
    };
    return (context: CardContext) => changePlanCard(view, context);
  }
}

function countsOf({ values }: Problem): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}
