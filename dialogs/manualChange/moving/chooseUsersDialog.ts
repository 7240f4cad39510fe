/** Who is meant? Users are picked from a list, looked for or named; nothing is changed here. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { CardId } from '../../../cards/cards.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { moveUsersInputSchema } from '../../../cards/manualChange/moveUsersCard.ts';
import { type RightsSources, rightsOf } from '../../../commerce/access/rights.ts';
import { readUserList, type UserList } from '../../../commerce/licences/userList.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type { WishedUsers } from '../../../commerce/move/newMove.ts';
import type { UserLicences } from '../../../commerce/ports/userLicences.ts';
import { match } from '../../../understanding/phrases.ts';
import { normalise } from '../../../understanding/reading/normalise.ts';
import { placeIn } from '../../../understanding/reading/places.ts';
import { pageAsked } from '../../step/paging.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { usersChosen } from './usersChosen.ts';

/** Kept with the step; more than this is a list. */
export const mostPicked = 100;
const memorySchema = z.object({
  picked: z.array(z.string()).max(mostPicked).default([]),
  search: z.string().max(200).optional(),
});
export type Picked = z.infer<typeof memorySchema>;

/** The card as it is now, and who may be picked on it by the buttons and by numbers. */
export interface UsersDrawing {
  draw(context: CardContext): Card;
  choices: readonly string[];
  inSight: readonly { id: string }[];
}

interface ChooseUsersNeeds extends StepNeeds, RightsSources {
  licences: Pick<UserLicences, 'groups'>;
}

export abstract class ChooseUsersDialog<Needs extends ChooseUsersNeeds> extends StepDialog<Needs> {
  readonly #card: CardId;
  readonly #hint: string;
  /** Choices besides single users. */
  readonly #groups: readonly string[];

  /** @param hint key of what can be answered here */
  constructor(
    needs: Needs,
    { card, hint, groups }: { card: CardId; hint: string; groups: readonly string[] },
  ) {
    super(card, needs);
    this.#card = card;
    this.#hint = hint;
    this.#groups = groups;
  }

  protected abstract drawing(place: Place): Promise<UsersDrawing>;
  /** Goes on with users. */
  protected abstract plan(step: Step, users: WishedUsers): Promise<DialogTurnResult>;
  /** To where the step came from. */
  protected abstract back(step: Step): Promise<DialogTurnResult>;
  /** What this step alone hears; undefined where it is nothing of that. */
  protected abstract hear(step: Step): Promise<DialogTurnResult | undefined>;

  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    const { draw, choices } = await this.drawing(place);
    await turn.show(this.#card, { subject, choices: [...choices, ...this.#groups] }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { memory, turn } = step;
    const { verb, choice, text, inputs, list } = turn.intent;
    if ((await rightsOf(this.needs, turn.tenantId, turn.userId)).seeUsers === false) {
      await turn.say('dialogs.diagnosis.listRole');
      return step.end();
    }
    if (list !== undefined) return this.#planListed(step, readUserList(list));
    const heard = await this.hear(step);
    if (heard) return heard;
    if (verb === 'move.page') return this.#turnTo(step, choice);
    if (verb === 'move.pick' && choice) return this.#pick(step, choice);
    if (verb === 'move.choose' && choice === 'all') return this.plan(step, { kind: 'all' });
    if (verb === 'move.choose' && choice === 'picked') return this.#planPicked(step);
    if (verb === 'move.choose') {
      const read = moveUsersInputSchema.safeParse(inputs);
      return read.success ? this.#take(step, read.data.users) : this.again(step);
    }
    if (match(text, 'back') !== undefined) return this.back(step);
    const page = pageAsked(text, memory.page);
    if (page !== undefined) return this.#turnTo(step, page);
    const place = placeIn(normalise(text));
    if (place !== undefined && !/[@\n]/.test(text)) {
      const { inSight } = await this.drawing(step);
      const meant = inSight.at(place > 0 ? place - 1 : place);
      return meant ? this.#pick(step, meant.id) : this.hint(step, this.#hint);
    }
    const goesOn = ['next', 'manualDone', 'manualBegin'].some(
      (key) => match(text, key) !== undefined,
    );
    return goesOn ? this.#planPicked(step) : this.#take(step, text);
  }

  protected pickedIn({ memory }: Place): Picked {
    return memorySchema.parse(memory);
  }

  /** Shows what has changed: in place of the card that was pressed, else as a new one. */
  protected async again(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    if (turn.intent.verb) await turn.redraw((await this.drawing(step)).draw);
    else await this.present(step);
    return step.stay();
  }

  async #take(step: Step, text: string): Promise<DialogTurnResult> {
    const chosen = usersChosen(text);
    if (chosen.is === 'all') return this.plan(step, { kind: 'all' });
    if (chosen.is === 'department') {
      return this.plan(step, { kind: 'department', department: chosen.department });
    }
    if (chosen.is === 'group') return this.#planGroup(step, chosen.group);
    if (chosen.is === 'list') return this.#planListed(step, chosen.list);
    step.memory.search = chosen.search.slice(0, 200);
    step.memory.page = 1;
    // Who is found may be nobody whom the buttons of the card that was pressed may pick.
    await this.present(step);
    return step.stay();
  }

  async #planGroup(step: Step, name: string): Promise<DialogTurnResult> {
    const found = await this.needs.licences.groups(step.turn.tenantId, name);
    const [group, other] = isKnown(found) ? found : [];
    if (group && !other) return this.plan(step, { kind: 'group', ...group });
    const why = isKnown(found) ? (group ? 'severalGroups' : 'noGroup') : 'groupsUnknown';
    await step.turn.say(`dialogs.manual.${why}`, { name });
    return step.stay();
  }

  async #planListed(step: Step, { userNames, isCut }: UserList): Promise<DialogTurnResult> {
    if (userNames.length === 0) return this.hint(step, 'dialogs.manual.listEmpty');
    const values = { n: step.turn.l.number(userNames.length) };
    await step.turn.say(`dialogs.manual.${isCut ? 'listCut' : 'listRead'}`, values);
    return this.plan(step, { kind: 'listed', userNames });
  }

  /** Picks somebody, or drops them again. */
  async #pick(step: Step, id: string): Promise<DialogTurnResult> {
    const { picked } = this.pickedIn(step);
    const next = picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id];
    if (next.length > mostPicked) {
      await step.turn.say('dialogs.manual.tooManyPicked', { n: step.turn.l.number(mostPicked) });
      return step.stay();
    }
    step.memory.picked = next;
    return this.again(step);
  }

  async #planPicked(step: Step): Promise<DialogTurnResult> {
    const { picked } = this.pickedIn(step);
    if (picked.length > 0) return this.plan(step, { kind: 'chosen', ids: picked });
    return this.hint(step, this.#hint);
  }

  async #turnTo(step: Step, page: unknown): Promise<DialogTurnResult> {
    step.memory.page = page;
    return this.again(step);
  }
}
