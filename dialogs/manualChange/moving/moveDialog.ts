/** A move of users that is under way or over: looked at, paused, gone on with, taken back, by press or by text. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../../cards/kit/card.ts';
import { moveCard } from '../../../cards/manualChange/moveCard.ts';
import { reportWords } from '../../../cards/orders/moveWords.ts';
import type { ManualChanges } from '../../../commerce/manualChange/manualChanges.ts';
import { aimOf, type Move } from '../../../commerce/model/move/move.ts';
import { isOver } from '../../../commerce/move/changeMove.ts';
import type { MovePerson } from '../../../commerce/move/moving.ts';
import { match } from '../../../understanding/phrases.ts';
import { planName } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { diagnosed } from '../diagnosed.ts';
import { moveOf } from './moveOf.ts';
import { aroundMove, type MoveViewNeeds, mayMove, moverIn, moveView } from './moveViews.ts';

export interface MoveNeeds extends StepNeeds, MoveViewNeeds {
  manualChanges: ManualChanges;
}

type Act = (step: Step) => Promise<DialogTurnResult>;
type Steering = 'pause' | 'resume' | 'stop' | 'retry';

/** Characters of a report that are told in the chat. */
const longestReport = 12_000;

export class MoveDialog extends StepDialog<MoveNeeds> {
  readonly #acts: readonly { verb?: string; phrases: readonly string[]; act: Act }[] = [
    { verb: 'move.pause', phrases: ['movePause'], act: (step) => this.#steer(step, 'pause') },
    { verb: 'move.resume', phrases: ['moveResume'], act: (step) => this.#steer(step, 'resume') },
    { verb: 'move.stop', phrases: ['moveStop'], act: (step) => this.#steer(step, 'stop') },
    { verb: 'move.retry', phrases: ['moveRetry'], act: (step) => this.#steer(step, 'retry') },
    { verb: 'move.undo', phrases: ['moveUndo'], act: (step) => this.#undo(step) },
    { verb: 'move.report', phrases: ['userList', 'moveReport'], act: (step) => this.#report(step) },
    { verb: 'move.left', phrases: ['nextPage'], act: (step) => this.#turnTo(step) },
    { verb: 'move.refresh', phrases: ['recheck'], act: (step) => this.#look(step) },
    { verb: 'diagnosis.recheck', phrases: ['next', 'back'], act: (step) => this.#goOn(step) },
  ];

  /** A press on a card of yesterday begins here as well. */
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { verb, card } = step.turn.intent;
    const pressed = card === 'move' ? this.#acts.find((act) => act.verb === verb) : undefined;
    return pressed ? pressed.act(step) : super.enter(step);
  }

  protected override async present(place: Place): Promise<void> {
    await this.#show(place, await this.#move(place));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { text, verb } = step.turn.intent;
    const said = this.#acts.find((act) =>
      verb ? act.verb === verb : act.phrases.some((key) => match(text, key) !== undefined),
    );
    if (said) return said.act(step);
    return this.#hint(step, await this.#move(step));
  }

  #hint(step: Step, move: Move): Promise<DialogTurnResult> {
    if (move.selection.kind === 'order') return this.hint(step, 'dialogs.manual.keepingHint');
    const isFreeing = aimOf(move) !== 'swap';
    return this.hint(step, `dialogs.${isFreeing ? 'freeing' : 'manual'}.moveHint`);
  }

  /** From the first of those who are left on. */
  async #look(step: Step): Promise<DialogTurnResult> {
    step.memory.from = undefined;
    const move = await this.#move(step);
    // What `check again` is about then is the diagnosis.
    if (!step.turn.intent.verb && isFreed(move)) return diagnosed(step, move);
    await this.#show(step, move);
    return step.stay();
  }

  async #turnTo(step: Step): Promise<DialogTurnResult> {
    step.memory.from = step.turn.intent.choice ?? step.memory.next;
    await this.present(step);
    return step.stay();
  }

  /** To what the move is part of. */
  async #goOn(step: Step): Promise<DialogTurnResult> {
    const move = await this.#move(step);
    if (move.selection.kind === 'order') return this.#hint(step, move);
    return move.targetSkuId === undefined ? diagnosed(step, move) : step.go('manual-change');
  }

  async #steer(step: Step, how: Steering): Promise<DialogTurnResult> {
    const { turn } = step;
    const known = await this.#move(step);
    const goesOn = how === 'retry' || how === 'resume';
    if (known.selection.kind === 'order' && !goesOn) return this.#hint(step, known);
    if (!(await mayMove(this.needs, turn, known))) return step.stay();
    const { moving } = this.needs;
    const steered: Record<Steering, (person: MovePerson, id: string) => Promise<Move>> = {
      pause: (person, moveId) => moving.pause(person, moveId),
      resume: (person, moveId) => moving.resume(person, moveId),
      stop: (person, moveId) => moving.stop(person, moveId),
      retry: (person, moveId) => moving.retry(person, moveId),
    };
    const move = await steered[how](moverIn(turn), known.id);
    turn.keep();
    await this.#show(step, move);
    return step.stay();
  }

  /** A dry run of the way back comes first. */
  async #undo(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const known = await this.#move(step);
    if (!(await mayMove(this.needs, turn, known))) return step.stay();
    const back = await this.needs.moving.undo(moverIn(turn), known.id);
    if (subject.changeId) await this.needs.manualChanges.noteMove(turn, subject.changeId, back.id);
    turn.keep();
    return step.go('move-plan', { ...subject, moveId: back.id });
  }

  /** As text, since a card can't carry files; as much as a message takes. */
  async #report(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const move = await this.#move(step);
    const nameOf = (skuId: string) => planName(this.needs.catalog, skuId, turn.l);
    const words = reportWords(turn.l, move, nameOf);
    let csv = '';
    let isWhole = true;
    for await (const piece of this.needs.moving.report(move, words)) {
      if (csv.length + piece.length > longestReport) {
        isWhole = false;
        break;
      }
      csv += piece;
    }
    await turn.say(`dialogs.manual.${isWhole ? 'report' : 'reportCut'}`);
    await turn.sayVerbatim(csv.replace('\uFEFF', ''));
    return step.stay();
  }

  #move(place: Place): Promise<Move> {
    return moveOf(this.needs, place);
  }

  async #show({ turn, subject, memory }: Place, move: Move): Promise<void> {
    const from = Number(memory.from ?? 0);
    const isPlace = Number.isInteger(from) && from >= 0;
    const around = await aroundMove(this.needs, move, isPlace ? from : 0);
    const view = moveView(this.needs.catalog, turn.l, move, around);
    memory.next = view.next;
    const draw = (context: CardContext) => moveCard(view, context);
    if (turn.intent.card === 'move') return turn.redraw(draw);
    const { changeId, moveId, subscriptionId } = subject;
    const about = changeId ? { changeId, moveId } : { subscriptionId, moveId };
    const follows = { moveId: move.id, revision: move.revision };
    await turn.show('move', { subject: about, forAll: true, follows }, draw);
  }
}

/** Licences have come free, or as many as could. */
function isFreed(move: Move): boolean {
  return aimOf(move) === 'free' && isOver(move);
}
