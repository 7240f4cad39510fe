/** Where the desk's people are: the conversation into which cases are posted, as an agent has said there. */
import { z } from 'zod';

const deskPlaceSchema = z.object({
  /** Key of the conversation. */
  conversation: z.string(),
  /** Whose cases are posted there: those whom the agent who said so may serve. */
  tenants: z.union([z.literal('all'), z.array(z.string())]),
  setBy: z.string(),
  /** Real time. */
  at: z.iso.datetime(),
});
export type DeskPlace = z.infer<typeof deskPlaceSchema>;

export const deskPlacesSchema = z.object({
  v: z.literal(1),
  /** The latest first. */
  places: z.array(deskPlaceSchema),
});

export interface DeskPlaces {
  all(): Promise<readonly DeskPlace[]>;
  /** In the place of what was said in that conversation before. */
  set(place: DeskPlace): Promise<void>;
}

/** @returns the conversation for a tenant's cases: one that names the tenant, else one for all */
export async function deskFor(
  places: Pick<DeskPlaces, 'all'>,
  tenantId: string,
): Promise<string | undefined> {
  const all = await places.all();
  const named = all.find(({ tenants }) => tenants !== 'all' && tenants.includes(tenantId));
  return (named ?? all.find(({ tenants }) => tenants === 'all'))?.conversation;
}
