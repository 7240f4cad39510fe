/** The catalogue from our own data file: facts of Microsoft's product table, ranks and features derived. */
import { z } from 'zod';
import { UpgraderaError } from '../errors.ts';
import { type Plan, planSchema } from '../plan.ts';
import { familySeatCaps } from '../policy.ts';
import type { Catalog } from './catalog.ts';
import plansJson from './data/plans.json' with { type: 'json' };
import { type FeatureId, featureIds, featuresOf } from './features.ts';
import { ranksOf } from './serviceRanks.ts';

const rowSchema = planSchema
  .pick({ skuId: true, stringId: true, name: true, family: true, segment: true, kind: true })
  .extend({
    /** Names, keys into `servicePlans` of the file. */
    servicePlans: z.array(z.string()).min(1),
    unlistedFeatures: z.array(z.enum(featureIds)).optional(),
  })
  .strict();

const fileSchema = z
  .object({
    asOf: z.iso.date(),
    servicePlans: z.record(z.string(), z.guid()),
    plans: z.array(rowSchema).min(1),
  })
  .superRefine(({ plans, servicePlans }, context) => {
    const seen = new Set<string>();
    for (const { skuId, servicePlans: names } of plans) {
      if (seen.has(skuId.toLowerCase())) context.addIssue(`${skuId} is listed twice`);
      seen.add(skuId.toLowerCase());
      for (const name of names) {
        if (!(name in servicePlans)) context.addIssue(`${skuId}: no id for service plan ${name}`);
      }
    }
  });
type File = z.infer<typeof fileSchema>;

function toPlan(row: File['plans'][number], ids: File['servicePlans']): Plan {
  const { servicePlans, unlistedFeatures = [], ...facts } = row;
  const listed = featuresOf(servicePlans);
  const has = (id: FeatureId) => listed.includes(id) || unlistedFeatures.includes(id);
  const seatCap = familySeatCaps[row.family];
  return {
    ...facts,
    ...(seatCap === undefined ? {} : { seatCap }),
    ranks: ranksOf(servicePlans),
    features: featureIds.filter(has),
    servicePlans: servicePlans.flatMap((name) => {
      const id = ids[name];
      return id === undefined ? [] : [{ id, name }];
    }),
  };
}

/** @throws storage.damaged when the data is not a catalogue. */
export function readCatalog(data: unknown): Catalog {
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) {
    throw new UpgraderaError('storage.damaged', `plans: ${z.prettifyError(parsed.error)}`);
  }
  const { asOf, plans: rows, servicePlans } = parsed.data;
  const plans = rows.map((row) => toPlan(row, servicePlans));
  const bySku = new Map(plans.map((plan) => [plan.skuId.toLowerCase(), plan]));
  const find = (skuId: string) => bySku.get(skuId.toLowerCase());
  return {
    asOf,
    plans,
    find,
    plan: (skuId) => {
      const plan = find(skuId);
      if (!plan) throw new UpgraderaError('plan.unknown', skuId);
      return plan;
    },
  };
}

/** The catalogue that ships with the bot. Reads and checks it anew: call it once. */
export function loadCatalog(): Catalog {
  return readCatalog(plansJson);
}
