/** Shows a case to its customer, who withdraws it or opens it again by the same card or in words. */
import { myCaseCard } from '../../cards/support/myCaseCard.ts';
import { findReference } from '../../commerce/order/reference.ts';
import { isOver, type SupportCase } from '../../commerce/support/case.ts';
import type { Cases, CustomerEvent } from '../../commerce/support/cases.ts';
import type { Desk } from '../../commerce/support/desk.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';
import { type CaseViewNeeds, myCaseView } from './caseViews.ts';

export interface MyCaseNeeds extends CaseViewNeeds {
  cases: Cases;
  desk: Pick<Desk, 'isAgent'>;
}

export class MyCaseDialog extends OneTurnDialog<MyCaseNeeds> {
  readonly #event: CustomerEvent | undefined;

  /** @param event what is done to it before it is shown */
  constructor(id: string, event: CustomerEvent | undefined, needs: MyCaseNeeds) {
    super(id, needs);
    this.#event = event;
  }

  protected override async run({ turn, subject }: Begun): Promise<Next | undefined> {
    const named = findReference(turn.intent.text, 'CASE');
    if (named && this.needs.desk.isAgent(turn.userId)) return { dialogId: 'desk-case', subject };
    const id = await this.#meant(turn, subject.caseId);
    if (id === undefined) {
      await turn.say('dialogs.case.none');
      return undefined;
    }
    const event = this.#event;
    if (!event) {
      await this.#show(turn, (await this.needs.cases.see(turn, id)).found);
      return undefined;
    }
    const { found, isDone } = await this.needs.cases.happen(turn, id, event);
    await turn.say(`dialogs.case.${isDone ? event : `${event}Not`}`, { reference: id });
    turn.keep();
    await this.#show(turn, found);
    return undefined;
  }

  /** The one whose card was pressed, or that was named, or the newest that this can be done to. */
  async #meant(turn: Turn, caseId: string | undefined): Promise<string | undefined> {
    const { choice, text } = turn.intent;
    const named = choice ?? findReference(text, 'CASE') ?? caseId;
    if (named !== undefined) return named;
    const all = await this.needs.cases.of(turn);
    const own = all.filter(({ userId }) => userId === turn.userId);
    const fits = (one: SupportCase): boolean => isOver(one) === (this.#event === 'reopen');
    return (own.find(fits) ?? own[0] ?? all[0])?.id;
  }

  async #show(turn: Turn, found: SupportCase): Promise<void> {
    const isHere = found.userId === turn.userId && found.conversation === turn.conversation;
    if (isHere) turn.addLine({ caseId: found.id, side: 'customer' });
    const view = await myCaseView(this.needs, turn.l, found);
    if (turn.intent.card === 'my-case') {
      await turn.redraw((context) => myCaseCard(view, context));
      return;
    }
    const offer = { subject: { ...found.about, caseId: found.id } };
    await turn.show('my-case', offer, (context) => myCaseCard(view, context));
  }
}
