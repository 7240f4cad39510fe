/** Cards of a change by hand. */
import { backupCard } from '../../../cards/manualChange/backupCard.ts';
import { changeFromCard } from '../../../cards/manualChange/changeFromCard.ts';
import { type ChangePlanView, changePlanCard } from '../../../cards/manualChange/changePlanCard.ts';
import { changeToCard } from '../../../cards/manualChange/changeToCard.ts';
import { changeNoticeCard } from '../../../cards/orders/changeNoticeCard.ts';
import type { EndingRule } from '../../../commerce/manualChange/ending.ts';
import {
  backupItemSchema,
  changeNoticeKindSchema,
} from '../../../commerce/manualChange/manualChange.ts';
import { dataServiceSchema } from '../../../commerce/model/plan.ts';
import { samplesOf } from './cardSamples.ts';
import { bare, by, change, checklistSamples, ending } from './sampleChecklistViews.ts';
import { featureIds, longName, longNames, names, now, seen, timeZone } from './sampleData.ts';

const services = dataServiceSchema.options;
const choice = 'x'.repeat(64);
const rules: readonly EndingRule[] = ['byDay', 'inWindow', 'windowOver', 'partner', 'unknown'];

const plan: ChangePlanView = {
  ...names,
  merges: false,
  left: 22,
  users: 'all',
  free: 0,
  missing: 22,
  losses: { gone: [], lower: [], features: [] },
  toBackUp: [],
  ending: bare,
  ...seen,
};

export const changeSamples = {
  'change-from': samplesOf(changeFromCard, {
    one: {
      items: [{ is: 'subscription', sourceName: names.sourceName, quantity: 1, choice: 'sub-1' }],
      page: 1,
      pages: 1,
    },
    full: {
      items: [
        ...Array.from({ length: 4 }, () => ({
          is: 'change' as const,
          ...longNames,
          reference: change.id,
          choice,
        })),
        { is: 'subscription', sourceName: longName, quantity: 1_000_000, choice },
      ],
      page: 2,
      pages: 3,
    },
  }),
  'change-to': samplesOf(changeToCard, {
    one: {
      alone: true,
      sourceName: names.sourceName,
      items: [
        { name: names.sourceName, merges: true, owned: 0, gone: [], lower: [], choice: 'a' },
        { name: names.targetName, merges: false, owned: 1, gone: [], lower: [], choice: 'b' },
      ],
      page: 1,
      pages: 1,
    },
    full: {
      sourceName: longName,
      items: Array.from({ length: 5 }, () => ({
        name: longName,
        merges: false,
        owned: 1_000_000,
        gone: services,
        lower: services,
        choice,
      })),
      page: 2,
      pages: 3,
    },
  }),
  'change-plan': samplesOf(changePlanCard, {
    plain: plan,
    ...Object.fromEntries(
      rules.flatMap((rule) => [
        [`${rule}, all`, { ...plan, ending: ending(rule) }],
        [`${rule}, some`, { ...plan, users: 3, ending: ending(rule) }],
      ]),
    ),
    merge: { ...plan, merges: true },
    'one thing to save': { ...plan, toBackUp: ['mailGone'] },
    full: {
      ...plan,
      ...longNames,
      left: 'unknown',
      free: 'unknown',
      users: 1_000_000,
      losses: { gone: services, lower: services, features: featureIds },
      toBackUp: backupItemSchema.options,
      ending: ending('windowOver'),
      newUntil: now,
      problem: { key: 'dialogs.manual.tooMany', values: { left: 22 } },
    },
  }),
  'manual-change': checklistSamples,
  backup: samplesOf(backupCard, {
    one: {
      change: { ...change, toBackUp: ['mailSmaller'] },
      ...names,
      users: 1,
      sizes: { mailSmaller: { from: 50, to: 2 } },
      timeZone,
    },
    full: {
      change,
      ...longNames,
      users: 'unknown',
      sizes: { mailSmaller: { from: 100, to: 2 }, oneDriveSmaller: { from: 1024, to: 2 } },
      timeZone,
    },
    'all saved': {
      change: {
        ...change,
        backedUp: backupItemSchema.options.map((item) => ({ item, by, at: now })),
      },
      ...names,
      users: 22,
      sizes: {},
      timeZone,
    },
  }),
};

export const changeNoticeSamples = samplesOf(
  changeNoticeCard,
  Object.fromEntries(
    changeNoticeKindSchema.options.map((kind) => [
      `change ${kind}`,
      { kind, change, ...longNames },
    ]),
  ),
);
