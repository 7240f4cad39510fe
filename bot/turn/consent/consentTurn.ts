/** Marks a turn that nobody's message began: a consent came back. No channel can claim that. */
import type { TurnContext } from 'botbuilder';
import type { ConsentOutcome } from '../../../commerce/ports/connecting.ts';

const key = Symbol('consent');

export function noteConsent(context: TurnContext, outcome: ConsentOutcome): void {
  context.turnState.set(key, outcome);
}

export function consentIn(context: TurnContext): ConsentOutcome | undefined {
  return context.turnState.get(key);
}
