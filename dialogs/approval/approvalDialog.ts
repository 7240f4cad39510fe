/** An order that waits for approval: shown, approved, returned or taken back, by its card or in words. */
import { z } from 'zod';
import { approvalCard, approvalVerbs } from '../../cards/approval/approvalCard.ts';
import type { CardContext } from '../../cards/kit/card.ts';
import type { Approvals, Decided } from '../../commerce/approval/approvals.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { QuoteDifference } from '../../commerce/quote/difference.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { knownNow } from '../step/knownNow.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';
import { differencesTold } from '../upgrade/review/differencesTold.ts';
import { type ReviewViewNeeds, reviewView } from '../upgrade/review/reviewView.ts';

export interface ApprovalNeeds extends ReviewViewNeeds {
  approvals: Approvals;
  factsOf: FactsOfTurn;
}

const events = ['approve', 'return', 'withdraw'] as const;
type Event = (typeof events)[number] | 'show';

const noteSchema = z.string().trim().max(1_000).catch('');

export class ApprovalDialog extends OneTurnDialog<ApprovalNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<Next | undefined> {
    const { text, inputs, verb } = turn.intent;
    const id = findReference(text, 'APR') ?? subject.approvalId ?? (await this.#first(turn));
    if (id === undefined) {
      await turn.say('dialogs.approval.none');
      return undefined;
    }
    const said = saidOf(text);
    const event: Event =
      verb === undefined
        ? said.event
        : (approvalVerbs[verb as keyof typeof approvalVerbs] ?? 'show');
    if (event === 'show') return this.#show(turn, id);
    const note = noteSchema.parse(inputs.note ?? said.note);
    if (event === 'return' && note === '') {
      await turn.say('dialogs.approval.noNote', { reference: id });
      return undefined;
    }
    const decided = await this.#decide(turn, id, event, note);
    const { approval, outcome } = decided;
    if (outcome === 'unseen') {
      await turn.say('dialogs.approval.unseen');
      return this.#show(turn, id);
    }
    turn.keep();
    if (outcome === 'ordered' && approval.orderId) {
      await turn.close(
        ['approval'],
        turn.l.t('dialogs.outcome.ordered', { order: approval.orderId }),
      );
      return { dialogId: 'orders', subject: { orderId: approval.orderId } };
    }
    const values = {
      reference: approval.id,
      name: approval.decidedBy?.name ?? approval.askedBy.name,
      asker: approval.askedBy.name,
      order: approval.orderId ?? '',
    };
    const key = outcome === 'notAsked' ? `state.${approval.state}` : outcome;
    await turn.say(`dialogs.approval.${key}`, values);
    const differences = 'differences' in decided ? decided.differences : undefined;
    // Who has taken their own back may have lost the right to see what it cost.
    await knownNow(this.#show(turn, id, differences));
    return undefined;
  }

  #decide(turn: Turn, id: string, event: Exclude<Event, 'show'>, note: string): Promise<Decided> {
    const { approvals, factsOf } = this.needs;
    if (event === 'approve') return approvals.approve(turn, id, (about) => factsOf(turn, about));
    return event === 'return' ? approvals.return(turn, id, note) : approvals.withdraw(turn, id);
  }

  /** Of those that wait for this person, or that they wait for. */
  async #first(turn: Turn): Promise<string | undefined> {
    const [first, ...more] = await this.needs.approvals.openFor(turn);
    if (more.length > 0) {
      const others = more.map((one) => `${one.id} (${one.askedBy.name})`).join(', ');
      await turn.say('dialogs.approval.more', { others });
    }
    return first?.id;
  }

  async #show(turn: Turn, id: string, told?: readonly QuoteDifference[]): Promise<undefined> {
    const { approvals, factsOf } = this.needs;
    const shown = await approvals.show(turn, id, (about) => factsOf(turn, about));
    const { approval, quote } = shown;
    const differences = told ?? shown.differences;
    if (differences.length > 0) {
      const sentences = differencesTold(differences, quote, turn.l).join(' ');
      await turn.say('dialogs.approval.changed', { differences: sentences });
    }
    const isOwn = approval.askedBy.userId === turn.userId;
    const decides = approval.state === 'asked' && (await approvals.mayDecide(turn, approval));
    const review = await reviewView(this.needs, turn.l, quote);
    const may = decides ? ('decide' as const) : isOwn ? ('withdraw' as const) : ('look' as const);
    const view = { approval, review, may };
    const draw = (context: CardContext) => approvalCard(view, context);
    if (turn.intent.card === 'approval') await turn.redraw(draw);
    else {
      const follows = { approvalId: id, userId: turn.userId, revision: approval.revision };
      await turn.show('approval', { subject: { approvalId: id }, follows }, draw);
    }
    return undefined;
  }
}

/** `return APR-7K3M9QX2 too many`: what is done, and what follows the reference. */
function saidOf(text: string): { event: Event; note: string } {
  const [before = '', after = ''] = text.split(/\bAPR[\s\p{Pd}]*[0-9A-Z]{8}\b[\s:,.]*/iu);
  const word = before.trim().toLowerCase();
  const event = events.find((one) =>
    locales.some((locale) => localiser(locale).list(`approvals.words.${one}`).includes(word)),
  );
  return { event: event ?? 'show', note: after.trim() };
}
