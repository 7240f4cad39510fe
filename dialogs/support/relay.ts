/** While an agent and a customer talk, what they write goes to the other; the bot stays quiet. */
import { findReference } from '../../commerce/order/reference.ts';
import type { Line, Talks } from '../../commerce/support/talks.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import type { Turn } from '../step/turn.ts';

export interface RelayNeeds {
  talks: Talks;
}

/** For the bot all the same: `bot status`. */
const forBot = /^bot(?:ten)?\b[\s:,]*/iu;

/** @returns whether this turn was one of a talk: then nobody else hears it */
export async function relay({ talks }: RelayNeeds, turn: Turn): Promise<boolean> {
  const { lines, intent, activityId } = turn;
  if (lines.length === 0 || intent.verb || intent.consent || activityId === undefined) return false;
  const { text, change, files = [] } = intent;
  if (change) return relayChange(talks, turn, activityId);
  if (text === '' && files.length === 0) return false;
  const line = await talks.live(turn, lines);
  if (!line) return false;
  if (forBot.test(text)) {
    turn.intent = { ...intent, text: text.replace(forBot, '') };
    return false;
  }
  // An agent's word about a case is no word to its customer.
  if (line.side === 'agent' && findReference(text, 'CASE')) return false;
  if (endsTalk(text)) {
    await talks.hangUp(turn, line);
    await turn.say('dialogs.talk.ended', { reference: line.caseId });
  } else if (!(await talks.say(turn, line, activityId, { text, files }))) {
    await turn.say('dialogs.talk.full', { reference: line.caseId });
  } else {
    if (files.some(({ needsAccess }) => needsAccess)) await turn.say('dialogs.talk.fileAccess');
    if (files.some(({ url }) => url === undefined)) await turn.say('dialogs.talk.fileNoLink');
  }
  turn.keep();
  return true;
}

/** What was relayed follows its original, also when nobody talks any more. */
async function relayChange(talks: Talks, turn: Turn, activityId: string): Promise<boolean> {
  const { text, change } = turn.intent;
  for (const line of turn.lines) {
    await talks.change(turn, line, activityId, change === 'deleted' ? undefined : text);
  }
  const line: Line | undefined = await talks.live(turn, turn.lines);
  return line !== undefined;
}

function endsTalk(text: string): boolean {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
  return locales.some((locale) => localiser(locale).list('cases.words.end').includes(said));
}
