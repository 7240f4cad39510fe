/** An agent looks at a case, takes it, notes something, or moves it on, by its card or in words. */
import { z } from 'zod';
import { caseCard, caseVerbs } from '../../cards/support/caseCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { findReference } from '../../commerce/order/reference.ts';
import type { SupportCase } from '../../commerce/support/case.ts';
import type { AgentEvent, Desk } from '../../commerce/support/desk.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';
import { agentCommand, pushes } from './agentWords.ts';
import { caseView } from './deskViews.ts';
import { tellOutcome } from './tellOutcome.ts';

export interface DeskCaseNeeds {
  desk: Desk;
  /** Where the customer is in the conversation just now: id of the step that waits. */
  stepOf(found: SupportCase): Promise<string | undefined>;
  catalog: Pick<Catalog, 'find'>;
}

const noteSchema = z.string().trim().max(2_000).catch('');

export class DeskCaseDialog extends OneTurnDialog<DeskCaseNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<Next | undefined> {
    const { choice, text, inputs } = turn.intent;
    const id = choice ?? findReference(text, 'CASE') ?? subject.caseId;
    const said = agentCommand(text);
    if (pushes.some((push) => push === said.event)) return { dialogId: 'guide', subject };
    const event = text === '' ? (eventOf(turn) ?? said.event) : said.event;
    const note = noteSchema.parse(inputs.note ?? said.note);
    if (event === 'note' && note === '') {
      await turn.say('dialogs.desk.emptyNote');
      return undefined;
    }
    const { found, outcome, now } = await this.needs.desk.happen(turn, id, event, { note });
    await tellOutcome(turn, { event, outcome, found });
    if (event === 'talk' && outcome === 'done') {
      turn.addLine({ caseId: found.id, side: 'agent' });
    }
    turn.keep();
    const isPressed = turn.intent.card === 'case';
    // Who only presses in the desk's conversation gets no more of the file than all see there.
    const whole =
      event === 'look' || !isPressed || isLookedAt(found, turn.conversation)
        ? { step: await this.needs.stepOf(found) }
        : undefined;
    const view = caseView(this.needs.catalog, turn.l, found, now, whole);
    if (isPressed && event !== 'look') {
      await turn.redraw((context) => caseCard(view, context));
      return undefined;
    }
    const { id: caseId, revision } = found;
    const follows = { caseId, userId: turn.userId, revision };
    await turn.show('case', { subject: { caseId }, follows }, (context) => caseCard(view, context));
    return undefined;
  }
}

/** There stands the file of the case, and not its outline as well. */
function isLookedAt({ live, cards }: SupportCase, here: string): boolean {
  const isHere = ({ conversation }: { conversation: string }) => conversation === here;
  return live.some(isHere) && !cards.some(isHere);
}

function eventOf({ intent: { verb } }: Turn): AgentEvent | undefined {
  return verb && verb in caseVerbs ? caseVerbs[verb as keyof typeof caseVerbs] : undefined;
}
