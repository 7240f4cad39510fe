/** Who does without a licence? Those who have been away for longest are suggested; what is chosen leads to a dry run. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../../cards/kit/card.ts';
import { freeUsersCard } from '../../../cards/manualChange/freeUp/freeUsersCard.ts';
import { type RightsSources, rightsOf } from '../../../commerce/access/rights.ts';
import { daysBefore } from '../../../commerce/licences/away.ts';
import { awayDays } from '../../../commerce/model/policyValues.ts';
import type { Moving } from '../../../commerce/move/moving.ts';
import type { WishedUsers } from '../../../commerce/move/newMove.ts';
import { match } from '../../../understanding/phrases.ts';
import type { Place, Step } from '../../step/stepDialog.ts';
import { diagnosed } from '../diagnosed.ts';
import { ChooseUsersDialog, mostPicked, type UsersDrawing } from '../moving/chooseUsersDialog.ts';
import { moverIn } from '../moving/moveViews.ts';
import { type FreeViewNeeds, freeUsersView, suggestionIn } from './freeViews.ts';
import { type ProductToFreeNeeds, productToFree } from './productToFree.ts';
import { standing } from './standing.ts';

export interface FreeUsersNeeds extends FreeViewNeeds {
  moving: Moving;
  seller: ProductToFreeNeeds['seller'] & RightsSources['seller'];
  directory: ProductToFreeNeeds['directory'] & RightsSources['directory'];
}

type Act = (step: Step) => Promise<DialogTurnResult>;
type Span = keyof typeof awayDays;

export class FreeUsersDialog extends ChooseUsersDialog<FreeUsersNeeds> {
  readonly #acts: readonly {
    verb?: string;
    choice?: string;
    phrases: readonly string[];
    act: Act;
  }[] = [
    { verb: 'free.suggest', phrases: ['freeSuggest'], act: (step) => this.#suggest(step) },
    { verb: 'free.buy', phrases: ['freeBuy'], act: (step) => this.#buy(step) },
    { verb: 'diagnosis.recheck', phrases: ['recheck'], act: (step) => this.back(step) },
    {
      verb: 'move.choose',
      choice: 'long',
      phrases: ['freeAwayLong'],
      act: (step) => this.#planAway(step, 'long'),
    },
    {
      verb: 'move.choose',
      choice: 'some',
      phrases: ['freeAwaySome'],
      act: (step) => this.#planAway(step, 'some'),
    },
  ];

  constructor(needs: FreeUsersNeeds) {
    const hint = 'dialogs.freeing.usersHint';
    super(needs, { card: 'free-users', hint, groups: ['picked', 'long', 'some'] });
  }

  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { turn, subject, memory } = step;
    const { seeUsers } = await rightsOf(this.needs, turn.tenantId, turn.userId);
    if (seeUsers !== true) {
      const isUnknown = seeUsers === 'unknown';
      await turn.say(isUnknown ? 'dialogs.freeing.rolesUnknown' : 'dialogs.diagnosis.listRole');
      return subject.subscriptionId === undefined ? step.end() : diagnosed(step, subject);
    }
    const said = typeof memory.said === 'string' ? memory.said : '';
    const product = await productToFree(this.needs, turn, subject, said);
    if (!product) {
      await turn.say('dialogs.freeing.which');
      return diagnosed(step, {});
    }
    const { id: subscriptionId, skuId } = product;
    const other = await this.needs.moving.freeingOf(turn.tenantId, skuId);
    if (other) {
      await turn.say('dialogs.freeing.underWay');
      return step.go('move', { subscriptionId, moveId: other.id });
    }
    if (subject.subscriptionId === subscriptionId && said === '') return super.enter(step);
    return step.go('free-users', { subscriptionId });
  }

  protected override async hear(step: Step): Promise<DialogTurnResult | undefined> {
    const { verb, choice, text } = step.turn.intent;
    const heard = this.#acts.find((act) =>
      verb
        ? act.verb === verb && (act.choice === undefined || act.choice === choice)
        : act.phrases.some((key) => match(text, key) !== undefined),
    );
    return heard?.act(step);
  }

  protected override async back(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    await turn.close(['free-users'], turn.l.t('dialogs.outcome.back'));
    return diagnosed(step, subject);
  }

  protected override async plan(step: Step, users: WishedUsers): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { subscriptionId } = subject;
    if (users.kind === 'all') return this.hint(step, 'dialogs.freeing.notAll');
    const { skuId: sourceSkuId } = await standing(this.needs, step);
    const wish = { sourceSkuId, subscriptionId, users };
    const move = await this.needs.moving.plan(moverIn(turn), wish);
    await turn.close(['free-users'], turn.l.t('dialogs.outcome.chosen'));
    turn.keep();
    return step.go('move-plan', { subscriptionId, moveId: move.id });
  }

  protected override async drawing(place: Place): Promise<UsersDrawing> {
    const { view, choices, inSight } = await freeUsersView(this.needs, place, this.pickedIn(place));
    return { draw: (context: CardContext) => freeUsersCard(view, context), choices, inSight };
  }

  /** As many as are too many, of those who have been away for long enough; they are picked, and nothing more. */
  async #suggest(step: Step): Promise<DialogTurnResult> {
    const { l } = step.turn;
    const [{ toFree }, { users, away }] = await Promise.all([
      standing(this.needs, step),
      suggestionIn(this.needs, step),
    ]);
    const count = Math.min(toFree, away, mostPicked);
    step.memory.picked = users.slice(0, count);
    step.memory.page = 1;
    delete step.memory.search;
    if (count < toFree) {
      const values = { n: l.number(count), toFree: l.number(toFree), days: awayDays.some };
      await step.turn.say('dialogs.freeing.fewAway', values);
    }
    return this.again(step);
  }

  async #buy(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    await turn.close(['free-users'], turn.l.t('dialogs.outcome.addsLicences'));
    return step.go('add-licences');
  }

  async #planAway(step: Step, span: Span): Promise<DialogTurnResult> {
    const days = awayDays[span];
    const now = await this.needs.clock.now(step.turn.tenantId);
    return this.plan(step, { kind: 'away', days, before: daysBefore(now, days) });
  }
}
