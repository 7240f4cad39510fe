/** What may be said at any point, whatever is being asked (interruptions), as data. */

/** Phrases under `phrases.<name>`, tried in this order: `upgrade status` is not an upgrade, `cancel my order` more
 * than `cancel`. */
export const commandNames = [
  'withdraw',
  'mute',
  'unmute',
  'cancel',
  'startOver',
  'status',
  'help',
  'support',
  'manual',
  'upgrade',
  'home',
  'courtesy',
] as const;
export type Command = (typeof commandNames)[number];
