/** What an activity says about whether anybody can be reached in its conversation. */
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Unreachable } from '../../storage/repositories/conversation.ts';

/**
 * What holds after an activity: who writes, presses, joins or installs the bot can be reached; when
 * the bot is removed, nobody can.
 */
export function unreachableAfter(
  activity: Activity,
  before: Unreachable | undefined,
  now: Temporal.Instant,
): Unreachable | undefined {
  switch (activity.type) {
    case ActivityTypes.InstallationUpdate:
      return activity.action === 'remove' ? uninstalled(now) : undefined;
    case ActivityTypes.Message:
    case ActivityTypes.Invoke:
      return undefined;
    case ActivityTypes.ConversationUpdate:
      if (activity.membersRemoved?.some(({ id }) => id === activity.recipient.id)) {
        return uninstalled(now);
      }
      return activity.membersAdded?.length ? undefined : before;
    default:
      return before;
  }
}

function uninstalled(now: Temporal.Instant): Unreachable {
  return { since: now.toString(), why: 'uninstalled' };
}
