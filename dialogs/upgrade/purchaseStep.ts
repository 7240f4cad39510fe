/** The step that asks how many licences and how to pay: on the way to the review, and again from it. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardId } from '../../cards/cards.ts';
import type { Card, CardContext } from '../../cards/kit/card.ts';
import { writeOut } from '../../cards/kit/wording.ts';
import {
  type ConfigureView,
  configureInputSchema,
  readableInputs,
} from '../../cards/upgrade/itemsForm.ts';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import { problemWith, type Selection } from '../../commerce/checkout/purchase.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import type { Quoting } from '../../commerce/quote/quoting.ts';
import { match } from '../../understanding/phrases.ts';
import { isQuestion } from '../../understanding/questionKind.ts';
import { understand } from '../../understanding/understand.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { type Form, formOf, type Problem, sentenceFor } from './configureForm.ts';
import { compareInstead, type PlanAsked, planAsked, sayWhichPlan } from './planOffer.ts';
import {
  inOneLine,
  keepSound,
  keptIn,
  type Wanted,
  wantedIn,
  wantedOf,
  wantedSoFar,
  withWanted,
} from './wanted.ts';

export interface PurchaseNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  quoting: Quoting;
  catalog: Catalog;
}

export abstract class PurchaseStep<
  Needs extends PurchaseNeeds = PurchaseNeeds,
> extends StepDialog<Needs> {
  readonly #card: CardId;
  readonly #draw: (view: ConfigureView, context: CardContext) => Card;

  constructor(
    card: CardId,
    needs: Needs,
    draw: (view: ConfigureView, context: CardContext) => Card,
  ) {
    super(card, needs);
    this.#card = card;
    this.#draw = draw;
  }

  /** What is filled in at first. */
  protected abstract filledIn(place: Place, form: Form, facts: Facts): Promise<Selection>;
  /** The way to pay, where it need not be asked any more. */
  protected abstract termsKnown(place: Place, filledIn: Selection): PurchaseTerms | undefined;
  protected abstract back(step: Step): Promise<DialogTurnResult>;
  /** The answer is good: go on with it. */
  protected abstract proceed(
    step: Step,
    facts: Facts,
    purchase: Selection,
  ): Promise<DialogTurnResult>;

  protected override async present(place: Place): Promise<void> {
    const { facts, form } = await this.form(place);
    const purchase = { ...(await this.filledIn(place, form, facts)), ...keptIn(place) };
    const { subscriptionId, targetSkuId, quoteId } = place.subject;
    await place.turn.show(
      this.#card,
      { subject: { subscriptionId, targetSkuId, quoteId } },
      (context) => this.#draw({ ...form, ...purchase }, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, inputs, text } = turn.intent;
    if (
      verb === 'plan.back' ||
      verb === 'review.back' ||
      (!verb && match(text, 'back') !== undefined)
    ) {
      await turn.close([this.#card], turn.l.t('dialogs.outcome.back'));
      return this.back(step);
    }
    const { facts, form } = await this.form(step);
    const filledIn = { ...(await this.filledIn(step, form, facts)), ...keptIn(step) };
    if (!verb) return this.#receiveText(step, facts, form, filledIn);
    const parsed = configureInputSchema.safeParse(inputs);
    const readable = readableInputs(inputs);
    const problem = parsed.success ? problemIn(form, parsed.data) : missingIn(form, readable);
    if (parsed.success && !problem) return this.#accept(step, facts, parsed.data);
    const shown = { ...filledIn, ...readable };
    await turn.redraw((context) =>
      this.#draw({ ...form, ...shown, ...(problem ? { problem } : {}) }, context),
    );
    return step.stay();
  }

  protected override async wordless(step: Step): Promise<DialogTurnResult> {
    const { minimum } = (await this.form(step)).form;
    return this.#refuse(step, { key: 'dialogs.configure.noNumber', values: { minimum } });
  }

  /** What is said is taken at once, and what is missing asked: a way to pay completes the answer. */
  async #receiveText(
    step: Step,
    facts: Facts,
    form: Form,
    filledIn: Selection,
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    const { text } = turn.intent;
    const { minimum } = form;
    const { stops, quantity: number, terms } = understand(text);
    // `38 or 39, we don't know yet` is asked about.
    if (stops && number !== 'unclear' && terms !== 'unclear') {
      await turn.say('dialogs.hold');
      return step.stay();
    }
    const compared = compareInstead(step, facts, wantedSoFar(step));
    if (compared) return compared;
    const said = planAsked(step, facts);
    if (said) {
      const other = await this.#otherPlan(step, facts, filledIn, said);
      if (other) return other;
    }
    const wanted = wantedIn(text, facts.subscription, filledIn);
    const goOn = match(text, 'next') !== undefined;
    const says = wanted.quantity !== undefined || wanted.terms || wanted.unclear.length > 0;
    if (says && isNoNumber(text)) {
      return this.#refuse(step, { key: 'dialogs.configure.wholeNumber', values: { minimum } });
    }
    if (!says && understand(text).holds) {
      await turn.say('dialogs.hold');
      return step.stay();
    }
    if (!says && goOn) return this.#take(step, facts, form, filledIn);
    if (says) return this.takeWanted(step, facts, form, filledIn, wanted);
    const isNumber = /\d/.test(text) && !/\p{L}{2}/u.test(text);
    if (match(text, 'change.items') !== undefined && !isQuestion(text)) {
      turn.unread = [{ key: 'dialogs.configure.hint', values: { minimum } }];
      return step.stay();
    }
    if (!isNumber) return this.hint(step, 'dialogs.configure.hint', { minimum });
    return this.#refuse(step, { key: 'dialogs.configure.wholeNumber', values: { minimum } });
  }

  /** Undefined when the text names the plan that is chosen already. */
  async #otherPlan(
    step: Step,
    facts: Facts,
    filledIn: Selection,
    { plan, texts }: PlanAsked,
  ): Promise<DialogTurnResult | undefined> {
    const { turn, subject } = step;
    if ('found' in plan) {
      const { choice } = plan.found;
      if (choice === subject.targetSkuId) return undefined;
      await turn.close([this.#card], plan.found.name);
      const wanted = wantedOf(texts, facts.subscription, filledIn);
      const next = { ...subject, targetSkuId: choice };
      return step.go('configure', next, { ...keptIn(step), wanted });
    }
    await sayWhichPlan(step, plan);
    return step.stay();
  }

  /** @param filledIn what the card shows */
  protected async takeWanted(
    step: Step,
    facts: Facts,
    form: Form,
    filledIn: Selection,
    wanted: Wanted,
  ): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { quantity, unclear } = wanted;
    const [question] = unclear;
    const terms = wanted.terms ?? this.termsKnown(step, filledIn);
    const purchase = withWanted(filledIn, { ...wanted, ...(terms ? { terms } : {}) });
    keepSound(memory, quantity, terms, problemWith(form, purchase));
    if (question === undefined && terms) return this.#take(step, facts, form, purchase);
    const problem = problemIn(form, purchase);
    if (problem && question !== 'quantity') return this.#refuse(step, problem);
    if (question !== undefined) await turn.say(`dialogs.configure.unclear.${question}`);
    else await turn.say('dialogs.configure.askTerms', { count: turn.l.number(purchase.quantity) });
    return step.stay();
  }

  async #take(
    step: Step,
    facts: Facts,
    form: Form,
    purchase: Selection,
  ): Promise<DialogTurnResult> {
    const problem = problemIn(form, purchase);
    return problem ? this.#refuse(step, problem) : this.#accept(step, facts, purchase);
  }

  async #refuse(step: Step, problem: Problem): Promise<DialogTurnResult> {
    await step.turn.say(problem.key, writeOut(problem.values, step.turn.l));
    return step.stay();
  }

  async #accept(step: Step, facts: Facts, purchase: Selection): Promise<DialogTurnResult> {
    const outcome = inOneLine(step.turn.l, purchase);
    await step.turn.close([this.#card], outcome);
    return this.proceed(step, facts, purchase);
  }

  protected async form({ turn, subject }: Place): Promise<{ facts: Facts; form: Form }> {
    const facts = await this.needs.factsOf(turn, subject.subscriptionId);
    return { facts, form: formOf(this.needs.catalog, turn.l, facts, subject.targetSkuId) };
  }
}

/** `-5`, `2.5`, `1e9`: a number alone, of which there can't be licences. */
function isNoNumber(typed: string): boolean {
  const text = typed.replace(/[.!]+\s*$/, '');
  // `28 + 2` is a sum, `+4` so many more.
  if (/^\s*(?:\d+\s*)?\+\s*\d+\s*$/.test(text)) return false;
  return /^[-+\d.,e'\s]+$/i.test(text) && !quantitySchema.safeParse(text.trim()).success;
}

/** @param read what could be read of an answer that is not whole. */
function missingIn({ minimum }: Form, read: Partial<Selection>): Problem {
  return read.quantity === undefined
    ? { key: 'dialogs.configure.wholeNumber', values: { minimum } }
    : { key: 'cards.configure.termsError', values: {} };
}

function problemIn(form: Form, purchase: Selection): Problem | undefined {
  const problem = problemWith(form, purchase);
  return problem && sentenceFor(problem);
}
