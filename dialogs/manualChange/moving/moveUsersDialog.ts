/** Who gets the new plan? What is chosen leads to a dry run. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../../cards/kit/card.ts';
import { type MoveUsersView, moveUsersCard } from '../../../cards/manualChange/moveUsersCard.ts';
import type { LookedAt, ManualChanges } from '../../../commerce/manualChange/manualChanges.ts';
import { zoneOf } from '../../../commerce/model/account.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type { Moving } from '../../../commerce/move/moving.ts';
import type { WishedUsers } from '../../../commerce/move/newMove.ts';
import type { DirectoryUser, UserLicences } from '../../../commerce/ports/userLicences.ts';
import { pageOf } from '../../step/paging.ts';
import { planNames } from '../../step/planName.ts';
import type { Place, Step, StepNeeds } from '../../step/stepDialog.ts';
import type { ChangeViewNeeds } from '../changeViews.ts';
import { ChooseUsersDialog, type UsersDrawing } from './chooseUsersDialog.ts';
import { moverIn } from './moveViews.ts';

export interface MoveUsersNeeds extends StepNeeds, ChangeViewNeeds {
  manualChanges: ManualChanges;
  moving: Moving;
  licences: Pick<UserLicences, 'page' | 'users' | 'groups'>;
}

export class MoveUsersDialog extends ChooseUsersDialog<MoveUsersNeeds> {
  constructor(needs: MoveUsersNeeds) {
    const hint = 'dialogs.manual.usersHint';
    super(needs, { card: 'move-users', hint, groups: ['all', 'picked'] });
  }

  protected override async hear(): Promise<undefined> {}

  protected override async back(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    await turn.close(['move-users'], turn.l.t('dialogs.outcome.back'));
    return step.go('manual-change');
  }

  protected override async plan(step: Step, users: WishedUsers): Promise<DialogTurnResult> {
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

  protected override async drawing(place: Place): Promise<UsersDrawing> {
    const { turn, memory } = place;
    const { picked, search } = this.pickedIn(place);
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

  #see({ turn, subject }: Place): Promise<LookedAt> {
    return this.needs.manualChanges.see(turn, subject.changeId);
  }
}

/** How a list shows somebody. */
export function itemOf({ id, name, userName, department, lastSignIn }: DirectoryUser) {
  return { choice: id, name, userName, ...(department ? { department } : {}), lastSignIn };
}
