/** Who gets the new plan? Nothing is changed here: what is chosen leads to a dry run. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { CardContext } from '../../cards/kit/card.ts';
import {
  type MoveUsersView,
  moveUsersCard,
  moveUsersInputSchema,
} from '../../cards/manualChange/moveUsersCard.ts';
import type { LookedAt, ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { zoneOf } from '../../commerce/model/account.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Moving } from '../../commerce/move/moving.ts';
import type { WishedUsers } from '../../commerce/move/newMove.ts';
import type { DirectoryUser, UserLicences } from '../../commerce/ports/userLicences.ts';
import { match } from '../../understanding/phrases.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { placeIn } from '../../understanding/reading/places.ts';
import { pageAsked, pageOf } from '../step/paging.ts';
import { planNames } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import type { ChangeViewNeeds } from './changeViews.ts';
import { moverIn } from './moveViews.ts';
import { usersChosen } from './usersChosen.ts';

export interface MoveUsersNeeds extends StepNeeds, ChangeViewNeeds {
  manualChanges: ManualChanges;
  moving: Moving;
  licences: Pick<UserLicences, 'page'>;
}

/** Kept with the step; more than this is a list. */
const mostPicked = 100;
const memorySchema = z.object({
  picked: z.array(z.string()).max(mostPicked).default([]),
  search: z.string().max(200).optional(),
});

export class MoveUsersDialog extends StepDialog<MoveUsersNeeds> {
  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    const { draw, choices } = await this.#drawing(place);
    await turn.show('move-users', { subject, choices: [...choices, 'all', 'picked'] }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, choice, text, inputs } = turn.intent;
    if (verb === 'move.page') return this.#turnTo(step, choice);
    if (verb === 'move.pick' && choice) return this.#pick(step, choice);
    if (verb === 'move.choose' && choice === 'all') return this.#plan(step, { kind: 'all' });
    if (verb === 'move.choose' && choice === 'picked') return this.#planPicked(step);
    if (verb === 'move.choose') {
      const read = moveUsersInputSchema.safeParse(inputs);
      return read.success ? this.#take(step, read.data.users) : this.#again(step);
    }
    if (match(text, 'back') !== undefined) {
      await turn.close(['move-users'], turn.l.t('dialogs.outcome.back'));
      return step.go('manual-change');
    }
    const page = pageAsked(text, memory.page);
    if (page !== undefined) return this.#turnTo(step, page);
    const place = placeIn(normalise(text));
    if (place !== undefined && !/[@\n]/.test(text)) {
      const { inSight } = await this.#drawing(step);
      const meant = inSight.at(place > 0 ? place - 1 : place);
      return meant ? this.#pick(step, meant.id) : this.hint(step, 'dialogs.manual.usersHint');
    }
    const goesOn = ['next', 'manualDone', 'manualBegin'].some(
      (key) => match(text, key) !== undefined,
    );
    return goesOn ? this.#planPicked(step) : this.#take(step, text);
  }

  async #take(step: Step, text: string): Promise<DialogTurnResult> {
    const chosen = usersChosen(text);
    if (chosen.is === 'all') return this.#plan(step, { kind: 'all' });
    if (chosen.is === 'department') {
      return this.#plan(step, { kind: 'department', department: chosen.department });
    }
    if (chosen.is === 'list') {
      const { userNames, isCut } = chosen.list;
      const values = { n: step.turn.l.number(userNames.length) };
      await step.turn.say(`dialogs.manual.${isCut ? 'listCut' : 'listRead'}`, values);
      return this.#plan(step, { kind: 'listed', userNames });
    }
    step.memory.search = chosen.search.slice(0, 200);
    step.memory.page = 1;
    return this.#again(step);
  }

  /** Picks somebody, or drops them again. */
  async #pick(step: Step, id: string): Promise<DialogTurnResult> {
    const { picked } = memorySchema.parse(step.memory);
    const next = picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id];
    if (next.length > mostPicked) {
      await step.turn.say('dialogs.manual.tooManyPicked', { n: step.turn.l.number(mostPicked) });
      return step.stay();
    }
    step.memory.picked = next;
    return this.#again(step);
  }

  async #planPicked(step: Step): Promise<DialogTurnResult> {
    const { picked } = memorySchema.parse(step.memory);
    if (picked.length > 0) return this.#plan(step, { kind: 'chosen', ids: picked });
    return this.hint(step, 'dialogs.manual.usersHint');
  }

  async #turnTo(step: Step, page: unknown): Promise<DialogTurnResult> {
    step.memory.page = page;
    return this.#again(step);
  }

  async #again(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    if (turn.intent.verb) await turn.redraw((await this.#drawing(step)).draw);
    else await this.present(step);
    return step.stay();
  }

  async #plan(step: Step, users: WishedUsers): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { change } = await this.#see(step);
    const { sourceSkuId, targetSkuId } = change;
    const wish = { sourceSkuId, targetSkuId, users };
    const move = await this.needs.moving.plan(moverIn(turn), wish);
    await this.needs.manualChanges.noteMove(turn, change.id, move.id);
    await turn.close(['move-users'], turn.l.t('dialogs.outcome.chosen'));
    turn.keep();
    return step.go('move-plan', { ...subject, moveId: move.id });
  }

  #see({ turn, subject }: Place): Promise<LookedAt> {
    return this.needs.manualChanges.see(turn, subject.changeId);
  }

  async #drawing(place: Place) {
    const { turn, memory } = place;
    const { picked, search } = memorySchema.parse(memory);
    const [{ change, seen }, account] = await Promise.all([
      this.#see(place),
      this.needs.seller.billingAccount(turn.tenantId),
    ]);
    const query = { skuId: change.sourceSkuId, ...(search ? { search } : {}) };
    const found = await this.needs.licences.page(turn.tenantId, query);
    const users = isKnown(found) ? found.users : [];
    const shown = pageOf(users, memory.page);
    const view: MoveUsersView = {
      ...planNames(this.needs.catalog, turn.l, change),
      left: seen.left,
      free: seen.free,
      picked: picked.length,
      ...(search ? { search } : {}),
      isCut: isKnown(found) && found.next !== undefined,
      timeZone: zoneOf(account),
      ...shown,
      items: shown.items.map((user) => ({ ...itemOf(user), isPicked: picked.includes(user.id) })),
    };
    return {
      draw: (context: CardContext) => moveUsersCard(view, context),
      choices: users.map(({ id }) => id),
      inSight: shown.items,
    };
  }
}

function itemOf({ id, name, userName, department, lastSignIn }: DirectoryUser) {
  return { choice: id, name, userName, ...(department ? { department } : {}), lastSignIn };
}
