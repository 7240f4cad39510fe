/** The catalogue from our own data file: facts of Microsoft's product table, ranks and features derived. */
import { z } from 'zod';
import { UpgraderaError } from '../base/errors.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Plan, planSchema } from '../model/plan.ts';
import { familySeatCaps } from '../model/policyValues.ts';
import plansJson from './data/plans.json' with { type: 'json' };
import { featuresOf } from './features.ts';
import { ranksOf } from './serviceRanks.ts';

const rowSchema = planSchema
  .pick({ skuId: true, stringId: true, name: true, family: true, segment: true, kind: true })
  .extend({
    /** Names, keys into `servicePlans` of the file. */
    servicePlans: z.array(z.string()).min(1),
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

type ServicePlans = Map<string, Plan['servicePlans'][number]>;

/** Products share the objects of their service plans: there are twenty times as many uses as plans. */
function toPlan({ servicePlans, ...facts }: File['plans'][number], all: ServicePlans): Plan {
  const seatCap = familySeatCaps[facts.family];
  return {
    ...facts,
    ...(seatCap === undefined ? {} : { seatCap }),
    ranks: ranksOf(servicePlans),
    features: featuresOf(servicePlans),
    servicePlans: servicePlans.flatMap((name) => all.get(name) ?? []),
  };
}

/** @throws storage.damaged when the data is not a catalogue. */
export function readCatalog(data: unknown): Catalog {
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) {
    throw new UpgraderaError('storage.damaged', `plans: ${z.prettifyError(parsed.error)}`);
  }
  const { asOf, plans: rows, servicePlans } = parsed.data;
  const all = new Map(Object.entries(servicePlans).map(([name, id]) => [name, { id, name }]));
  const plans = rows.map((row) => toPlan(row, all));
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
