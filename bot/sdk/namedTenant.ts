/** Which tenant an activity names, and whether its channel vouches for that. */
import type { Activity } from 'botbuilder';

/** The others pass on what their clients write, `channelData` too. */
const vouchingChannels: readonly string[] = ['msteams'];

export function namedTenant({ channelData, conversation }: Activity): string | undefined {
  const data = channelData as { tenant?: { id?: unknown } } | undefined;
  const tenant = data?.tenant?.id;
  if (typeof tenant === 'string' && tenant !== '') return tenant;
  return conversation.tenantId || undefined;
}

/** Why an authenticated activity belongs to no tenant for certain; undefined when it does. */
export function tenantDoubt(activity: Activity): 'channel' | 'tenant' | undefined {
  if (!vouchingChannels.includes(activity.channelId)) return 'channel';
  return namedTenant(activity) === undefined ? 'tenant' : undefined;
}
