/** What an agent says of a case whose reference stands in the same text: `take CASE-7K3M9QX2`. */
import { findReference } from '../../commerce/order/reference.ts';
import type { AgentEvent, Desk } from '../../commerce/support/desk.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import type { Turn } from '../step/turn.ts';

const events = [
  'take',
  'handOver',
  'giveBack',
  'askCustomer',
  'askMicrosoft',
  'goOn',
  'solve',
  'note',
  'talk',
  'hangUp',
  'suggest',
] as const satisfies AgentEvent[];

const reference = /\bCASE[\s\p{Pd}]*[0-9A-Z]{8}\b[\s:,.]*/iu;

/** Words of all languages are heard; without any the case is looked at. */
export function agentCommand(text: string): { event: AgentEvent; note: string } {
  const [before = '', after = ''] = text.split(reference);
  const said = before.trim().toLowerCase();
  const event = events.find((one) =>
    locales.some((locale) => localiser(locale).list(`cases.words.${one}`).includes(said)),
  );
  return {
    event: event ?? 'look',
    note: event === 'note' || event === 'suggest' ? after.trim() : '',
  };
}

/** A note or a suggestion is for its readers: whatever else its words may mean, it is heard like the desk's buttons. */
export function hearAgent(desk: Pick<Desk, 'isAgent'>, turn: Turn): void {
  const { verb, text } = turn.intent;
  if (verb !== undefined || !findReference(text, 'CASE') || !desk.isAgent(turn.userId)) return;
  if (agentCommand(text).event !== 'look') turn.intent = { ...turn.intent, verb: 'case.look' };
}
