/** What the dialogs see of one turn: who speaks, what is meant, and how to answer. */
import type { TurnContext } from 'botbuilder';
import type { CardId, Verb } from '../../cards/cards.ts';
import type { Card, CardContext } from '../../cards/kit/card.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Followed } from '../../commerce/model/notice.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { Subscription } from '../../commerce/model/subscription.ts';
import type { AttachedFile } from '../../commerce/ports/attachedFiles.ts';
import type { ConsentOutcome } from '../../commerce/ports/connecting.ts';
import type { PassedFile } from '../../commerce/support/parts/passedFile.ts';
import type { CaseLine } from '../../commerce/support/parts/snapshot.ts';
import type { Line } from '../../commerce/support/talks.ts';
import type { Locale, Localiser } from '../../locales/localiser.ts';

/** The one shape of everything that people send: text, Action.Submit and Action.Execute alike. */
export interface Intent {
  /** Set for a press that the server-side row allows. */
  verb?: Verb;
  choice?: string;
  /** Inputs of the card, unchecked. Empty for text. */
  inputs: Record<string, unknown>;
  /** What was typed, trimmed, without the mention of the bot. Empty for a press. */
  text: string;
  /** A message came in which nothing is left to read, as of markup alone or a picture. */
  wordless?: true;
  /** The same where it was taken for a command of ours, which stands in `text` then. */
  typed?: string;
  /** Came with the text, unread. */
  file?: AttachedFile;
  /** All that came with the text, as it can be passed on. */
  files?: readonly PassedFile[];
  /** What the file holds, where it was read. */
  list?: string;
  /** The card that was pressed, and what it was about. */
  card?: CardId;
  subject?: Subject;
  /** The pressed card was answered before, in another way: it shows what no longer holds. */
  answered?: boolean;
  /** Not said by anybody: what came of the consent that was asked for in this conversation. */
  consent?: ConsentOutcome;
  /** A message that was sent before, and what has been done to it since. */
  change?: 'edited' | 'deleted';
  /** It was heard before, and the answer may never have been said: what was decided stays decided. */
  interrupted?: boolean;
}

export interface CardOffer {
  subject: Subject;
  /** Answers that the card's buttons may carry. */
  choices?: string[];
  /** Anybody in the conversation may press; otherwise only the one who is being answered. */
  forAll?: boolean;
  /** What it shows, at that revision: it is kept up to date in its place from then on. */
  follows?: Followed;
}

/** A sentence to be said. */
export interface Saying {
  key: string;
  values?: Record<string, string | number> | undefined;
}

/**
 * What is said, shown and closed leaves once the turn is stored. When a step fails, it is as if none
 * of it had been, but for what came before `keep`.
 */
export interface Turn {
  /** Facts that steps of this turn have gathered, by subscription: they are looked up once. */
  readonly facts: Map<string, Promise<Facts>>;
  /** What the tenant owns, once a step has asked: likewise. */
  owned?: Promise<Subscription[]>;
  readonly tenantId: string;
  readonly userId: string;
  readonly userName: string;
  /** Key of the conversation document. */
  readonly conversation: string;
  /** Under which the channel knows what was sent; where it says so. */
  readonly activityId: string | undefined;
  /** What was said here before, oldest first. */
  readonly said: readonly CaseLine[];
  /** Cases in which this person takes part here, the latest last. */
  readonly lines: readonly Line[];
  readonly l: Localiser;
  /** One part of what was said after the other, where somebody says several things in one message. */
  intent: Intent;
  /** What the root is to say of a text that was not understood, once nobody else can read it either. */
  unread: readonly Saying[];
  /** What is said before the next card, or before the turn ends, is one message. */
  say(key: string, values?: Record<string, string | number>): Promise<void>;
  /**
   * Says a list of users, to be copied: a message with nothing else in it, shown letter by letter. In a chat of several
   * it is said where to get it, instead of the list and of the sentence before, which announced it.
   */
  sayVerbatim(text: string): Promise<void>;
  /** Whether a card is kept from this chat, since several are in it; then that is said. @param id of any card or step */
  withholds(id: string): Promise<boolean>;
  /** Sends a card of its own, unless it is kept from this chat. An open one of the same id, for the same person, is closed: it has been replaced. */
  show(id: CardId, offer: CardOffer, draw: (context: CardContext) => Card): Promise<void>;
  /** Draws the pressed card anew in its place, its buttons as they were. */
  redraw(draw: (context: CardContext) => Card): Promise<void>;
  /** Gives this person's open cards of these ids their terminal form, with what was answered. */
  close(ids: readonly CardId[], outcome: string): Promise<void>;
  /** For a step that has done what can't be undone: what was said and closed so far is told in any case. */
  keep(): void;
  /** From now on this person takes part in a case here. */
  addLine(line: Line): void;
  /** From now on, in this conversation. */
  setLocale(locale: Locale): void;
}

const turnKey = Symbol('turn');

export function attachTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(turnKey, turn);
}

/** @throws turn.failed when the pipeline did not attach one. */
export function turnOf(context: TurnContext): Turn {
  const turn: Turn | undefined = context.turnState.get(turnKey);
  if (!turn) throw new UpgraderaError('turn.failed', 'no turn attached');
  return turn;
}
