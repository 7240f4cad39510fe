/** What is written while an agent and a customer talk: found to belong to a case, and relayed. */
import { changeStored } from '../base/changeStored.ts';
import type { Clock } from '../ports/clock.ts';
import type { CaseBoard } from './board.ts';
import type { CaseRepository, SupportCase } from './case.ts';
import { happen } from './changes.ts';
import { type DeskPlaces, deskFor } from './deskPlaces.ts';
import { messageId, type Side } from './parts/messages.ts';
import type { PassedFile } from './parts/passedFile.ts';
import { isFull, isHeard, withChange, withMessage } from './talk.ts';

export interface TalksNeeds {
  cases: CaseRepository;
  board: Pick<CaseBoard, 'put'>;
  deskPlaces: Pick<DeskPlaces, 'all'>;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is something to be told. */
  wake(): void;
}

/** Where somebody takes part in a case. */
export interface Line {
  caseId: string;
  side: Side;
}

interface Writer {
  userId: string;
  userName: string;
  conversation: string;
}

export class Talks {
  readonly #needs: TalksNeeds;

  constructor(needs: TalksNeeds) {
    this.#needs = needs;
  }

  /** The line, of several, on which what that person writes there is heard just now. */
  async live(writer: Writer, lines: readonly Line[]): Promise<Line | undefined> {
    for (const line of lines.toReversed()) {
      const found = (await this.#needs.cases.get(line.caseId))?.value;
      if (found && isHeard(found, line.side, writer)) return line;
    }
    return undefined;
  }

  /** @param id of the activity. @returns false when no more is relayed in this case */
  async say(
    writer: Writer,
    { caseId, side }: Line,
    id: string,
    { text, files }: { text: string; files: readonly PassedFile[] },
  ): Promise<boolean> {
    const { userName: name, conversation } = writer;
    let full = false;
    await this.#change(writer, caseId, (one, moment) => {
      full = isFull(one);
      const message = { id: messageId(side, id), from: side, name, conversation, text };
      const written = files.length > 0 ? { ...message, files: [...files] } : message;
      return withMessage(one, written, moment);
    });
    return !full;
  }

  /** Nothing happens to what is no message of that conversation. @param text undefined where it was deleted */
  async change(writer: Writer, { caseId, side }: Line, id: string, text?: string): Promise<void> {
    const { conversation } = writer;
    const known = messageId(side, id);
    await this.#change(writer, caseId, (one) => withChange(one, known, conversation, text));
  }

  async hangUp(writer: Writer, { caseId }: Line): Promise<void> {
    await this.#change(writer, caseId, (one, moment) => happen(one, 'hangUp', moment));
  }

  async #change(
    { userId }: Writer,
    caseId: string,
    how: (one: SupportCase, moment: Parameters<typeof withMessage>[2]) => SupportCase,
  ): Promise<void> {
    const { cases, clock, deskPlaces, board, now, wake } = this.#needs;
    const found = (await cases.get(caseId))?.value;
    if (!found) return;
    const [at, desk] = await Promise.all([
      clock.now(found.tenantId),
      deskFor(deskPlaces, found.tenantId),
    ]);
    const moment = { by: userId, now: at.toString(), realNow: now().toString(), desk };
    const after = await changeStored(cases, caseId, (one) => how(one, moment));
    if (after && after.revision !== found.revision) await board.put(after);
    wake();
  }
}
