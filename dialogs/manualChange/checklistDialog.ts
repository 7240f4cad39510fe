/** The checklist of a change: shown, looked at again, ticked off, by press or by text. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { checklistCard } from '../../cards/manualChange/checklistCard.ts';
import { type ChangeStep, changeStepSchema } from '../../commerce/manualChange/manualChange.ts';
import type { LookedAt, ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import { currentStep, isMerge, stepsOf } from '../../commerce/manualChange/steps.ts';
import { match } from '../../understanding/phrases.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { type ChangeViewNeeds, checklistView } from './changeViews.ts';
import { usersNamed } from './usersSaid.ts';

export interface ChecklistNeeds extends StepNeeds, ChangeViewNeeds {
  manualChanges: ManualChanges;
}

type Act = (step: Step) => Promise<DialogTurnResult>;

export class ChecklistDialog extends StepDialog<ChecklistNeeds> {
  /** What each button does; the text beside it says the same, the first that fits. */
  readonly #acts: readonly { verb?: string; phrases: readonly string[]; act: Act }[] = [
    {
      verb: 'manual.done',
      phrases: ['manualDone', 'manualBought', 'manualMoved'],
      act: (step) => this.#done(step),
    },
    { verb: 'manual.leave', phrases: ['manualLeave'], act: (step) => this.#leave(step) },
    { verb: 'manual.stop', phrases: ['manualStop'], act: (step) => this.#stop(step) },
    { verb: 'manual.fewer', phrases: ['manualFewer'], act: (step) => this.#fewer(step) },
    { phrases: ['manualOther'], act: (step) => step.go('change-from', {}, { other: true }) },
    { phrases: ['manualMove'], act: (step) => step.go('move-users') },
    { phrases: ['manualBackup'], act: (step) => step.go('backup') },
    { phrases: ['manualHandOver'], act: (step) => this.#handOver(step) },
    { verb: 'manual.next', phrases: ['recheck', 'next'], act: (step) => this.#next(step) },
  ];

  /** A press on a checklist of yesterday begins here as well. */
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { verb, card } = step.turn.intent;
    const pressed =
      card === 'manual-change' ? this.#acts.find((act) => act.verb === verb) : undefined;
    if (pressed) return pressed.act(step);
    if (step.memory.resumed === true) {
      await step.turn.say('dialogs.manual.resumed', { reference: step.subject.changeId ?? '' });
    }
    return super.enter(step);
  }

  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    await this.#show(place, await this.needs.manualChanges.see(turn, subject.changeId));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { text } = step.turn.intent;
    const said = this.#acts.find(({ phrases }) =>
      phrases.some((key) => match(text, key) !== undefined),
    );
    if (said) return said.act(step);
    const users = usersNamed(text);
    if (users === undefined) return this.hint(step, 'dialogs.manual.checklistHint');
    return this.#setUsers(step, users);
  }

  /** A button says which step it is about; a text means the one that was shown. */
  async #done(step: Step): Promise<DialogTurnResult> {
    const { turn, subject, memory } = step;
    const meant = changeStepSchema.safeParse(turn.intent.choice ?? memory.step).data;
    const before = await this.needs.manualChanges.see(turn, subject.changeId);
    const current = currentStep(before.change);
    if (current === 'backUp' && (meant === undefined || meant === 'backUp')) {
      return step.go('backup');
    }
    const done = meant ?? current;
    if (!done || isOfOther(turn.intent.text, done)) return this.#answer(step, before);
    const looked = await this.needs.manualChanges.tick(turn, subject.changeId, done);
    const now = currentStep(looked.change);
    // What was said to be done shows at the step after it, where it is looked at.
    if (done === now || now === 'verify') await this.#notSeen(step, looked, now);
    else if (current === done) await turn.say('dialogs.manual.noted');
    return this.#answer(step, looked);
  }

  /** What was said to be done, and can't be seen to be. */
  async #notSeen({ turn }: Step, { seen }: LookedAt, step: ChangeStep): Promise<void> {
    const key = step === 'wait' ? 'notYet' : step === 'verify' ? 'notAll' : 'notEnded';
    await turn.say(`dialogs.manual.${key}`, {
      licenses: turn.l.number(seen.source?.quantity ?? 0),
    });
  }

  async #next(step: Step): Promise<DialogTurnResult> {
    const looked = await this.needs.manualChanges.see(step.turn, step.subject.changeId);
    const current = currentStep(looked.change);
    if (current === 'backUp') return step.go('backup');
    // `Next` goes on with what is to be done; `check again` looks.
    const goesOn = match(step.turn.intent.text, 'recheck') === undefined && !step.turn.intent.verb;
    if (current === 'move' && goesOn) return step.go('move-users');
    return this.#answer(step, looked);
  }

  async #leave(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const looked = await this.needs.manualChanges.leaveOld(turn, subject.changeId);
    if (looked.change.state !== 'done') await turn.say('dialogs.manual.notThere');
    return this.#answer(step, looked);
  }

  async #fewer(place: Step): Promise<DialogTurnResult> {
    const { turn, subject } = place;
    const before = await this.needs.manualChanges.see(turn, subject.changeId);
    const looked = await this.needs.manualChanges.settle(turn, subject.changeId);
    const { users } = looked.change;
    const step = currentStep(looked.change);
    if (users !== before.change.users && users !== 'all') {
      await turn.say('dialogs.manual.fewer', { n: turn.l.number(users) });
    } else if (step === 'move' || step === 'verify') await turn.say('dialogs.manual.notFewer');
    return this.#answer(place, looked);
  }

  async #stop(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const looked = await this.needs.manualChanges.stop(turn, subject.changeId);
    await turn.say(`dialogs.manual.${looked.change.state}`);
    return this.#answer(step, looked);
  }

  async #handOver(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    await turn.say('dialogs.manual.handOver', { reference: subject.changeId ?? '' });
    return step.stay();
  }

  async #setUsers(step: Step, users: number | 'all'): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { change } = await this.needs.manualChanges.see(turn, subject.changeId);
    if (isMerge(change)) return this.hint(step, 'dialogs.manual.checklistHint');
    return this.#answer(
      step,
      await this.needs.manualChanges.setUsers(turn, subject.changeId, users),
    );
  }

  async #answer(step: Step, looked: LookedAt): Promise<DialogTurnResult> {
    await this.#show(step, looked);
    step.turn.keep();
    return looked.change.state === 'open' ? step.stay() : step.end();
  }

  /** In the place of the card that was pressed; as a new one otherwise. */
  async #show({ turn, subject, memory }: Place, looked: LookedAt): Promise<void> {
    const view = await checklistView(this.needs, turn, looked);
    memory.step = currentStep(looked.change);
    const draw = (context: CardContext) => checklistCard(view, context);
    if (turn.intent.card === 'manual-change') return turn.redraw(draw);
    const choices = [...stepsOf(looked.change)];
    const { changeId } = subject;
    await turn.show('manual-change', { subject: { changeId }, choices, forAll: true }, draw);
  }
}

/** Texts that say what was done, and the steps that they may be about. */
const saidOf: readonly (readonly [phrases: string, steps: readonly ChangeStep[]])[] = [
  ['manualBought', ['buy', 'wait']],
  ['manualMoved', ['move', 'verify']],
];

/** `I have bought it` says nothing of users who are to be moved. */
function isOfOther(text: string, step: ChangeStep): boolean {
  return saidOf.some(
    ([phrases, steps]) => match(text, phrases) !== undefined && !steps.includes(step),
  );
}
