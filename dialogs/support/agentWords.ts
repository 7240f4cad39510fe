/** What an agent says of a case whose reference stands in the same text: `take CASE-7K3M9QX2`. */
import type { AgentEvent } from '../../commerce/support/desk.ts';
import { locales, localiser } from '../../locales/localiser.ts';

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
