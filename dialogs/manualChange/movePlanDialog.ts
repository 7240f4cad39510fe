/** The dry run of a move: looked at, then begun or given up. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import {
  type MovePlanView,
  movableIn,
  movePlanCard,
} from '../../cards/manualChange/movePlanCard.ts';
import type { ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import { match } from '../../understanding/phrases.ts';
import { planNames } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { type MoveViewNeeds, mayMove, moverIn } from './moveViews.ts';

export interface MovePlanNeeds extends StepNeeds, MoveViewNeeds {
  manualChanges: ManualChanges;
}

/** Users that a card lists. */
const rowsShown = 10;

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
      (!verb && ['manualBegin', 'moveStart'].some((key) => match(text, key) !== undefined));
    if (!begins) return this.hint(step, 'dialogs.manual.movePlanHint');
    await this.needs.manualChanges.see(turn, subject.changeId);
    if (!(await mayMove(this.needs, turn))) return step.stay();
    const started = await this.needs.moving.start(moverIn(turn), subject.moveId);
    if (started.outcome === 'short') {
      const { l } = turn;
      await turn.say('dialogs.manual.moveShort', {
        short: l.number(started.short),
        free: l.number(started.free),
      });
      return step.stay();
    }
    await turn.close(['move-plan'], turn.l.t('dialogs.outcome.moving'));
    turn.keep();
    return step.go('move');
  }

  async #back(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    await this.needs.moving.stop(moverIn(turn), subject.moveId);
    await turn.close(['move-plan'], turn.l.t('dialogs.outcome.back'));
    return step.go('move-users', { changeId: subject.changeId });
  }

  async #drawing({ turn, subject, memory }: Place) {
    const { moving, manualChanges, catalog } = this.needs;
    await manualChanges.see(turn, subject.changeId);
    const move = await moving.get(turn.tenantId, subject.moveId);
    const from = Number(memory.from ?? 0);
    const [page, capacity] = await Promise.all([
      moving.rows(move, { from: Number.isInteger(from) && from >= 0 ? from : 0 }),
      movableIn(move) > 0 ? moving.capacity(move) : ('unknown' as const),
    ]);
    memory.next = page.next;
    const view: MovePlanView = {
      move,
      ...planNames(catalog, turn.l, move),
      rows: page.rows.slice(0, rowsShown),
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(isKnown(capacity) ? { capacity } : {}),
    };
    return (context: CardContext) => movePlanCard(view, context);
  }
}
