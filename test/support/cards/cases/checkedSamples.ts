/** Cards of an upgrade that an agent has looked at again. */
import { checkedCard } from '../../../../cards/upgrade/checkedCard.ts';
import { reasonCodes } from '../../../../commerce/diagnosis/reason.ts';
import { samplesOf } from '../cardSamples.ts';
import { hostileName, longName } from '../sampleData.ts';

export const checkedSamples = samplesOf(checkedCard, {
  clear: { planName: hostileName, codes: [] },
  blocked: { planName: longName, codes: reasonCodes },
});
