/** The dry run of a move: looked at, then begun or given up. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../../cards/kit/card.ts';
import {
  type MovePlanView,
  movableIn,
  movePlanCard,
} from '../../../cards/manualChange/movePlanCard.ts';
import type { ManualChanges } from '../../../commerce/manualChange/manualChanges.ts';
import { aimOf, type Move } from '../../../commerce/model/move/move.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import { match } from '../../../understanding/phrases.ts';
import { planNames } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { type LostNeeds, lostWith } from '../freeUp/lostWith.ts';
import { moveOf } from './moveOf.ts';
import { type MoveViewNeeds, mayMove, moverIn } from './moveViews.ts';

export interface MovePlanNeeds extends StepNeeds, MoveViewNeeds, LostNeeds {
  manualChanges: ManualChanges;
}

/** What begins it, by text. */
const phrasesToBegin = ['manualBegin', 'moveStart', 'freeStart'];

export class MovePlanDialog extends StepDialog<MovePlanNeeds> {
  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    await turn.show('move-plan', { subject }, await this.#drawing(place));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory, subject } = step;
    const { verb, choice, text } = turn.intent;
    if (verb ? verb === 'move.back' : match(text, 'back') !== undefined) return this.#back(step);
    const turns = verb ? verb === 'move.page' : match(text, 'nextPage') !== undefined;
    if (turns) {
      memory.from = choice ?? memory.next;
      if (verb) await turn.redraw(await this.#drawing(step));
      else await this.present(step);
      return step.stay();
    }
    if (verb === undefined && match(text, 'recheck') !== undefined) {
      await this.present(step);
      return step.stay();
    }
    const begins =
      verb === 'move.start' ||
      (!verb && phrasesToBegin.some((key) => match(text, key) !== undefined));
    const move = await moveOf(this.needs, step);
    const section = aimOf(move) === 'swap' ? 'manual' : 'freeing';
    if (!begins) return this.hint(step, `dialogs.${section}.movePlanHint`);
    if (!(await mayMove(this.needs, turn, move))) return step.stay();
    if (await this.#hasChanged(step, move)) {
      await this.present(step);
      return step.stay();
    }
    const started = await this.needs.moving.start(moverIn(turn), move.id);
    if (started.outcome === 'short') {
      const { l } = turn;
      await turn.say(`dialogs.${section}.moveShort`, {
        short: l.number(started.short),
        free: l.number(started.free),
      });
      return step.stay();
    }
    if (started.outcome === 'other') {
      await turn.say('dialogs.freeing.underWay');
      return step.go('move', { ...subject, moveId: started.move.id });
    }
    await turn.close(['move-plan'], turn.l.t('dialogs.outcome.moving'));
    turn.keep();
    return step.go('move');
  }

  /** Somebody else may have seen to it meanwhile: nobody does without a licence for nothing. */
  async #hasChanged(step: Step, move: Move): Promise<boolean> {
    const { turn, memory } = step;
    const lost = await this.#lost(step, move);
    if (lost === undefined || typeof memory.toFree !== 'number') return false;
    const { toFree } = lost;
    if (toFree === memory.toFree) return false;
    await turn.say('dialogs.freeing.changed', { count: toFree, n: turn.l.number(toFree) });
    return true;
  }

  async #back(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const move = await moveOf(this.needs, step);
    await this.needs.moving.stop(moverIn(turn), move.id);
    await turn.close(['move-plan'], turn.l.t('dialogs.outcome.back'));
    if (aimOf(move) === 'swap') return step.go('move-users', { changeId: subject.changeId });
    const { subscriptionId, selection } = move;
    if (selection.kind !== 'undo') return step.go('free-users', { subscriptionId });
    return step.go('move', { subscriptionId, moveId: selection.moveId });
  }

  async #drawing(place: Place) {
    const { turn, memory } = place;
    const { moving, catalog } = this.needs;
    const move = await moveOf(this.needs, place);
    const from = Number(memory.from ?? 0);
    const [page, capacity, lost] = await Promise.all([
      moving.rows(move, { from: Number.isInteger(from) && from >= 0 ? from : 0 }),
      movableIn(move) > 0 ? moving.capacity(move) : ('unknown' as const),
      this.#lost(place, move),
    ]);
    memory.next = page.next;
    memory.toFree = lost?.toFree;
    const view: MovePlanView = {
      move,
      ...planNames(catalog, turn.l, move),
      rows: page.rows,
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(isKnown(capacity) ? { capacity } : {}),
      ...(lost ? { lost } : {}),
    };
    return (context: CardContext) => movePlanCard(view, context);
  }

  async #lost({ turn }: Place, move: Move): Promise<MovePlanView['lost']> {
    return aimOf(move) === 'free' ? lostWith(this.needs, turn, move) : undefined;
  }
}
