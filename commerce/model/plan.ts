/** A plan of the catalogue: a product that can be owned or upgraded to. */
import { z } from 'zod';
import { segmentSchema } from './account.ts';

/** Services that hold people's data. A target must have each at the same rank or higher (R15). */
export const dataServiceSchema = z.enum([
  'EXCHANGE_MAILBOX',
  'EXCHANGE_ARCHIVE',
  'ONEDRIVE',
  'SHAREPOINT',
  'TEAMS',
]);
export type DataService = z.infer<typeof dataServiceSchema>;

export const planSchema = z.object({
  /** GUID: the only key. Several products share a display name. */
  skuId: z.guid(),
  /** Microsoft's String_Id, kept for support; often misleading, so never shown to people. */
  stringId: z.string(),
  /** Product name as Microsoft writes it; a proper name, the same in every language. */
  name: z.string(),
  family: z.enum([
    'business',
    'office',
    'enterprise',
    'frontline',
    'apps',
    'exchange',
    'sharepoint',
    /** Small and Midsize Business of Office 365: no path leads away but support (R38). */
    'legacy',
    'addon',
  ]),
  segment: segmentSchema,
  /** `addon` can't be upgraded from or to. */
  kind: z.enum(['base', 'addon']),
  /** Most seats a tenant may have over the whole family; absent when there is no cap (R45). */
  seatCap: z.int().positive().optional(),
  /** Rank of each data service, 0 when the plan lacks it; higher holds everything lower does. */
  ranks: z.record(dataServiceSchema, z.int().nonnegative()),
  /** Ids of comparable features (desktop apps, Intune, …), localised under `features.<id>`. */
  features: z.array(z.string()),
  /** Every service plan of the product, as `{ id, name }` of Microsoft's table. */
  servicePlans: z.array(z.object({ id: z.guid(), name: z.string() })),
});
export type Plan = z.infer<typeof planSchema>;
