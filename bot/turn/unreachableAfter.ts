/** What an activity says about whether anybody can be reached in its conversation. */
import { type Activity, ActivityTypes, type ChannelAccount } from 'botbuilder';
import type { Unreachable } from '../../storage/repositories/conversation.ts';

/**
 * What holds after an activity: who writes, presses or installs the bot can be reached; when the bot
 * is removed, also to be replaced by another version of the app, nobody can until then.
 */
export function unreachableAfter(
  activity: Activity,
  before: Unreachable | undefined,
  now: Temporal.Instant,
): Unreachable | undefined {
  const isBot = ({ id }: ChannelAccount): boolean => id === activity.recipient.id;
  switch (activity.type) {
    case ActivityTypes.InstallationUpdate:
      return activity.action?.startsWith('remove') ? uninstalled(now) : undefined;
    case ActivityTypes.Message:
    case ActivityTypes.Invoke:
      return undefined;
    case ActivityTypes.ConversationUpdate:
      if (activity.membersRemoved?.some(isBot)) return uninstalled(now);
      return activity.membersAdded?.some(isBot) ? undefined : before;
    default:
      return before;
  }
}

function uninstalled(now: Temporal.Instant): Unreachable {
  return { since: now.toString(), why: 'uninstalled' };
}
