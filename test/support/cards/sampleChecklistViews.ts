/** The checklist of a change by hand, at each of its steps. */
import { checklistCard } from '../../../cards/manualChange/checklistCard.ts';
import type { ChecklistView } from '../../../cards/manualChange/checklistView.ts';
import type { Ending, EndingRule } from '../../../commerce/manualChange/ending.ts';
import type { Seen } from '../../../commerce/manualChange/look.ts';
import {
  backupItemSchema,
  type ChangeStep,
  type ManualChange,
} from '../../../commerce/manualChange/manualChange.ts';
import { stepsOf } from '../../../commerce/manualChange/steps.ts';
import { samplesOf } from './cardSamples.ts';
import { guid, hostileName, longNames, names, now, seen, subscription } from './sampleData.ts';

export const by = { userId: 'user-1', name: hostileName };

export const change: ManualChange = {
  v: 1,
  id: 'CHG-7K3M9QX2',
  tenantId: 'tenant-1',
  begunBy: by,
  userId: 'user-1',
  conversation: 'conversation-1',
  state: 'open',
  subscriptionId: 'sub-1',
  sourceSkuId: guid,
  targetSkuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  users: 'all',
  before: { source: 22, target: 0, quantity: 25 },
  toBackUp: backupItemSchema.options,
  backedUp: [],
  moves: [],
  ticks: [],
  startedAt: now,
  notices: [],
};
const merge: ManualChange = {
  ...change,
  targetSkuId: guid,
  toBackUp: [],
  keptSubscriptionId: 'sub-2',
};

/** That change when everything before a step is done, now by being told, now by being seen. */
function at(step: ChangeStep | undefined, of: ManualChange = change): ManualChange {
  const steps = stepsOf(of);
  const done = step === undefined ? steps : steps.slice(0, steps.indexOf(step));
  const ticks = done.map((one, index) => ({
    step: one,
    how: index % 2 === 0 ? ('told' as const) : ('seen' as const),
    ...(one === 'wait' ? {} : { by }),
    at: now,
  }));
  return { ...of, ticks, ...(step === undefined ? { state: 'done' as const } : {}) };
}

const looked: Seen = {
  source: subscription,
  bought: 30,
  free: 12,
  needed: 22,
  left: 1,
  moved: 3,
  comes: true,
};
const unseen: Seen = {
  source: undefined,
  bought: 0,
  free: 'unknown',
  needed: 'unknown',
  left: 'unknown',
  moved: 'unknown',
  comes: false,
};
export const ending = (rule: EndingRule): Ending => ({
  rule,
  until: now,
  online: false,
  prepaid: true,
  owedToEnd: true,
  renewsOn: '2027-07-14',
});
export const bare: Ending = { rule: 'unknown', online: true, prepaid: false, owedToEnd: false };

const checklist: ChecklistView = {
  change,
  ...names,
  seen: looked,
  ending: bare,
  mayDo: true,
  ...seen,
};

const everyStep = (of: ManualChange, rest: Partial<ChecklistView>) =>
  Object.fromEntries(
    [...stepsOf(of), undefined].map((step) => [
      `${step ?? 'done'} of ${JSON.stringify([of.users, of.targetSkuId === guid, rest.mayDo ?? ''])}`,
      { ...checklist, ...rest, change: at(step, of) },
    ]),
  );

export const checklistSamples = samplesOf(checklistCard, {
  ...everyStep(change, {}),
  ...everyStep(change, { mayDo: false, seen: { ...looked, left: 22 } }),
  ...everyStep({ ...change, users: 1 }, { ending: ending('inWindow') }),
  ...everyStep({ ...change, users: 1_000, toBackUp: [] }, { seen: unseen, mayDo: 'unknown' }),
  ...everyStep(merge, { seen: { ...looked, needed: 13 } }),
  ...everyStep(merge, { seen: unseen, mayDo: false }),
  'one to buy': { ...checklist, seen: { ...looked, needed: 13, free: 12 } },
  'one free': { ...checklist, seen: { ...looked, free: 1 } },
  'one to buy for both': {
    ...checklist,
    change: merge,
    seen: { ...looked, free: -1, needed: 0 },
  },
  'one user left': { ...checklist, change: at('verify'), seen: { ...looked, left: 1 } },
  watched: { ...checklist, change: { ...at('wait'), nextCheckAt: now } },
  stopped: { ...checklist, change: { ...at('move'), state: 'stopped' } },
  full: {
    ...checklist,
    ...longNames,
    change: { ...at('end'), users: 1_000_000 },
    ending: ending('windowOver'),
    mayDo: false,
  },
});
