/** What has to be saved, ticked off one by one; remembered with the change. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { backupCard } from '../../cards/manualChange/backupCard.ts';
import { type BackupItem, backupItemSchema } from '../../commerce/manualChange/manualChange.ts';
import type { LookedAt, ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { currentStep } from '../../commerce/manualChange/steps.ts';
import { zoneOf } from '../../commerce/model/account.ts';
import { match } from '../../understanding/phrases.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { placeIn } from '../../understanding/reading/places.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { backupView, type ChangeViewNeeds } from './changeViews.ts';

export interface BackupNeeds extends StepNeeds, ChangeViewNeeds {
  manualChanges: ManualChanges;
}

export class BackupDialog extends StepDialog<BackupNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { change } = await this.#see(step);
    if (change.toBackUp.length > 0) return super.enter(step);
    await step.turn.say('dialogs.manual.nothingToBackUp');
    return step.go('manual-change');
  }

  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    const draw = await this.#drawing(place, await this.#see(place));
    const choices = [...backupItemSchema.options, 'all'];
    await turn.show('backup', { subject, choices }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, choice, text } = turn.intent;
    const { change } = await this.#see(step);
    const goesOn = ['next', 'back'].some((key) => match(text, key) !== undefined);
    const meant = verb ? choice : itemSaid(text, change.toBackUp);
    if (meant !== undefined) return this.#tick(step, meant);
    if (!goesOn) return this.hint(step, 'dialogs.manual.backupHint');
    await turn.close(['backup'], turn.l.t('dialogs.outcome.back'));
    return step.go('manual-change');
  }

  async #tick(step: Step, meant: string): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const item = backupItemSchema.safeParse(meant);
    const items = item.success ? [item.data] : backupItemSchema.options;
    const looked = await this.needs.manualChanges.backUp(turn, subject.changeId, items);
    turn.keep();
    if (currentStep(looked.change) !== 'backUp' && isAllSaved(looked)) {
      await turn.close(['backup'], turn.l.t('dialogs.outcome.saved'));
      await turn.say('dialogs.manual.allSaved');
      return step.go('manual-change');
    }
    const draw = await this.#drawing(step, looked);
    if (turn.intent.verb) await turn.redraw(draw);
    else await this.present(step);
    return step.stay();
  }

  #see({ turn, subject }: Place): Promise<LookedAt> {
    return this.needs.manualChanges.see(turn, subject.changeId);
  }

  async #drawing({ turn }: Place, looked: LookedAt) {
    const account = await this.needs.seller.billingAccount(turn.tenantId);
    const view = backupView(this.needs, turn.l, looked, zoneOf(account));
    return (context: CardContext) => backupCard(view, context);
  }
}

function isAllSaved({ change }: LookedAt): boolean {
  return change.backedUp.length >= change.toBackUp.length;
}

/** `2`, `the first`, `all`, `done`: by its place on the card, or all of them. */
function itemSaid(text: string, items: readonly BackupItem[]): string | undefined {
  const place = placeIn(normalise(text));
  const byPlace = place === undefined ? undefined : items.at(place > 0 ? place - 1 : place);
  if (byPlace) return byPlace;
  const all = ['manualAll', 'manualDone', 'manualSaved'];
  return all.some((key) => match(text, key) !== undefined) ? 'all' : undefined;
}
