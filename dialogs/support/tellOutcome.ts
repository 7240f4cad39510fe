import type { SupportCase } from '../../commerce/support/case.ts';
import type { AgentEvent, AgentOutcome } from '../../commerce/support/desk.ts';
import type { Turn } from '../step/turn.ts';

interface Happened {
  event: AgentEvent;
  outcome: AgentOutcome;
  found: SupportCase;
  /** What the sentence of the event names besides the case. */
  values?: Record<string, string>;
}

/** Tells an agent what has become of what they did. */
export async function tellOutcome(
  turn: Turn,
  { event, outcome, found, values = {} }: Happened,
): Promise<void> {
  if (outcome === 'done' && event === 'look') return;
  const key = outcome === 'done' ? `done.${event}` : outcome;
  const name = found.agent?.name ?? '';
  await turn.say(`dialogs.desk.${key}`, { reference: found.id, name, ...values });
}
