/** What an agent says of a case whose reference stands in the same text: `take CASE-7K3M9QX2`. */
import { findReference } from '../../commerce/order/reference.ts';
import type { AgentEvent, Desk } from '../../commerce/support/desk.ts';
import { type Shareable, shareableSchema } from '../../commerce/support/parts/push.ts';
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
  'article',
  'check',
] as const satisfies AgentEvent[];

/** What goes to the customer besides words. */
export const pushes = ['suggest', 'article', 'check', 'ask'] as const satisfies AgentEvent[];
/** What stands behind the reference belongs to these. */
const withText: readonly AgentEvent[] = ['note', ...pushes];

export interface AgentCommand {
  event: AgentEvent;
  /** Of `ask`. */
  what?: Shareable;
  /** What stood behind the reference, where that belongs to it; else empty. */
  note: string;
}

/** By the key of their words. */
const commands: readonly (readonly [string, Omit<AgentCommand, 'note'>])[] = [
  ...events.map((event) => [event, { event }] as const),
  ...shareableSchema.options.map((what) => [`ask.${what}`, { event: 'ask', what }] as const),
];

const reference = /\bCASE[\s\p{Pd}]*[0-9A-Z]{8}\b[\s:,.]*/iu;

/** Words of all languages are heard; without any the case is looked at. */
export function agentCommand(text: string): AgentCommand {
  const named = reference.exec(text);
  const said = text.slice(0, named?.index).trim().toLowerCase();
  const after = named ? text.slice(named.index + named[0].length).trim() : '';
  const [, command] = commands.find(([key]) =>
    locales.some((locale) => localiser(locale).list(`cases.words.${key}`).includes(said)),
  ) ?? ['', { event: 'look' }];
  return { ...command, note: withText.includes(command.event) ? after : '' };
}

/** What is for the desk or the customer is heard like the desk's buttons, whatever else its words may mean. */
export function hearAgent(desk: Pick<Desk, 'isAgent'>, turn: Turn): void {
  const { verb, text } = turn.intent;
  if (verb !== undefined || !findReference(text, 'CASE') || !desk.isAgent(turn.userId)) return;
  if (agentCommand(text).event !== 'look') turn.intent = { ...turn.intent, verb: 'case.look' };
}
