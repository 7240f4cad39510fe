/** What an agent suggests becomes a wish in our own words, which the customer then says by a press. */
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Cases } from '../../../commerce/support/cases.ts';
import { wishInOurWords } from '../../../understanding/inOurWords.ts';
import { plansInText } from '../../../understanding/plansInText.ts';
import type { Turn } from '../../step/turn.ts';

/** @returns undefined where no plan is named */
export function suggestionIn(catalog: Pick<Catalog, 'plans'>, text: string): string | undefined {
  const [named] = plansInText(text, catalog, new Set());
  return named && wishInOurWords(text, named.plan.name, 'en-US');
}

/** A press on a suggestion is heard like the wish that it stands for. @throws case.unknown */
export async function hearSuggestion(cases: Pick<Cases, 'see'>, turn: Turn): Promise<void> {
  const { verb, choice, subject } = turn.intent;
  if (verb !== 'suggestion.take') return;
  const { found } = await cases.see(turn, subject?.caseId);
  const text = found.messages.find(({ id }) => id === choice)?.suggests ?? '';
  turn.intent = { inputs: {}, text };
}
