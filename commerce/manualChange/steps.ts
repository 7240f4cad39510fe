/** The steps of a change, and how far it has come. */
import type { ChangeStep, ManualChange, Tick } from './manualChange.ts';

type Kind = Pick<ManualChange, 'sourceSkuId' | 'targetSkuId' | 'toBackUp'>;

/** Two subscriptions of one product: licences are given by product, so nobody is moved (R29). */
export function isMerge({ sourceSkuId, targetSkuId }: Pick<Kind, 'sourceSkuId' | 'targetSkuId'>) {
  return sourceSkuId.toLowerCase() === targetSkuId.toLowerCase();
}

export function stepsOf(change: Kind): readonly ChangeStep[] {
  if (isMerge(change)) return ['buy', 'wait', 'end'];
  const backUp: ChangeStep[] = change.toBackUp.length > 0 ? ['backUp'] : [];
  return ['buy', 'wait', ...backUp, 'move', 'verify', 'end'];
}

export function tickOf({ ticks }: Pick<ManualChange, 'ticks'>, step: ChangeStep): Tick | undefined {
  return ticks.find((tick) => tick.step === step);
}

/** The first that is not ticked off; undefined when all are. */
export function currentStep(change: Kind & Pick<ManualChange, 'ticks'>): ChangeStep | undefined {
  return stepsOf(change).find((step) => !tickOf(change, step));
}
