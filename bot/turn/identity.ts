/** Whose turn it is: tenant, user and conversation of an activity. */
import type { Activity } from 'botbuilder';

/** Channels that know no tenant (Emulator, Direct Line) share one simulated tenant each. */
export function tenantOf(activity: Activity): string {
  const channelData: unknown = activity.channelData;
  const tenant = channelData && (channelData as { tenant?: { id?: unknown } }).tenant?.id;
  if (typeof tenant === 'string' && tenant !== '') return tenant;
  return activity.conversation.tenantId || activity.channelId;
}

/** The directory's id where the channel gives one; never a name. */
export function userOf(activity: Activity): { userId: string; userName: string } {
  const { id, aadObjectId, name } = activity.from;
  return { userId: aadObjectId || id, userName: name || '' };
}

/** The tenant is part of it: an id of somebody else's conversation opens nothing. */
export function conversationKey(activity: Activity): string {
  return `${tenantOf(activity)}/${activity.channelId}/${activity.conversation.id}`;
}
