/** Messages that are changed or deleted after they were sent. */
import { createHash } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';

const { MessageDelete, MessageUpdate } = ActivityTypes;

function isEdit({ type, channelData }: Activity): boolean {
  return type === MessageUpdate && channelData?.eventType === 'editMessage';
}

/** A message was brought back: what was said was said. */
export function saysNothing(activity: Activity): boolean {
  return activity.type === MessageUpdate && !isEdit(activity);
}

/** That means something only where it was passed on to somebody. */
export function isDeletion({ type }: Activity): boolean {
  return type === MessageDelete;
}

/**
 * Under what an activity is known when it is delivered again. An edit has the id of the message, and
 * differs from it, and from other edits, by its time and text. So has what tells that it was deleted.
 */
export function deliveryKey(activity: Activity): string | undefined {
  const { id, timestamp, text } = activity;
  if (id && isDeletion(activity)) return `${id}/deleted`;
  if (!id || !isEdit(activity)) return id;
  const written = JSON.stringify([timestamp, text]);
  return `${id}/${createHash('sha256').update(written).digest('base64url').slice(0, 22)}`;
}
