/** How it stands with the licences of a subscription whose users are to do without some. */
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import type { Place } from '../../step/stepDialog.ts';

export interface StandingNeeds {
  factsOf: FactsOfTurn;
}

export interface Standing {
  facts: Facts;
  skuId: string;
  /** So many licences have to come free before the upgrade; 0 where none has to. */
  toFree: number;
  /** Licences that are added would do as well. */
  addingHelps: boolean;
}

/** @throws subscription.unknown */
export async function standing(
  { factsOf }: StandingNeeds,
  { turn, subject }: Pick<Place, 'turn' | 'subject'>,
): Promise<Standing> {
  const facts = await factsOf(turn, subject.subscriptionId);
  const reasons = diagnose(facts);
  return {
    facts,
    skuId: facts.subscription.skuId.toLowerCase(),
    toFree: Math.max(0, ...reasons.map((reason) => reason.toFree ?? 0)),
    addingHelps: reasons.some(({ code }) => code === 'LICENSE_CONFLICT'),
  };
}
