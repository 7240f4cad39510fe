/** The list of open cases, for agents; and the conversation into which cases are posted. */
import { deskCard } from '../../cards/support/deskCard.ts';
import { supportHours } from '../../commerce/model/policyValues.ts';
import { type BoardFilter, boardFilters, type Desk } from '../../commerce/support/desk.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { pageOf } from '../step/paging.ts';

export interface DeskDialogNeeds {
  desk: Desk;
}

export class DeskDialog extends OneTurnDialog<DeskDialogNeeds> {
  readonly #isHere: boolean;

  /** @param isHere whether cases are posted into this conversation from now on */
  constructor(id: string, isHere: boolean, needs: DeskDialogNeeds) {
    super(id, needs);
    this.#isHere = isHere;
  }

  protected override async run({ turn }: Begun): Promise<undefined> {
    if (this.#isHere) {
      await this.needs.desk.isHere(turn, turn.conversation);
      await turn.say('dialogs.desk.here');
      turn.keep();
    }
    const { choice = '', card } = turn.intent;
    const [named, page] = choice.split(' ');
    const filter: BoardFilter = boardFilters.find((one) => one === named) ?? 'all';
    const all = await this.needs.desk.list(turn, filter);
    const { items, ...place } = pageOf(all, page);
    const view = {
      ...place,
      items: items.map((entry) => ({ entry, choice: entry.id })),
      filter,
      total: all.length,
      timeZone: supportHours.timeZone,
    };
    const choices = [...boardFilters, ...items.map(({ id }) => id)];
    const offer = { subject: {}, choices };
    if (card === 'desk') await turn.close(['desk'], turn.l.t('dialogs.outcome.replaced'));
    await turn.show('desk', offer, (context) => deskCard(view, context));
  }
}
