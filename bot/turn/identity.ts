/** Whose turn it is: tenant, user and conversation of an activity. */
import type { Activity } from 'botbuilder';
import { namedTenant } from '../sdk/namedTenant.ts';

/**
 * Without an app id anybody may name one, and channels that know none (Emulator, Direct Line) share one
 * simulated tenant each; with an app id only tenants that the channel vouches for come so far.
 */
export function tenantOf(activity: Activity): string {
  return namedTenant(activity) ?? activity.channelId;
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

/** Whether this is a chat of one person with the bot. */
export function isPersonal({ conversation }: Activity): boolean {
  const { conversationType, isGroup } = conversation;
  return (conversationType ?? (isGroup ? 'groupChat' : 'personal')) === 'personal';
}
