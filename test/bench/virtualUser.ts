/** An admin of a tenant of its own, who upgrades a plan by typing in Teams. */
import { randomUUID } from 'node:crypto';

/** From the first word to an order that was placed. */
export const upgradeTexts = [
  'hi',
  'upgrade',
  'Business Premium',
  '30 licenses, yearly, paid monthly',
  'place order',
  'status',
];

/**
 * @param first what is typed before, such as the choice of a scenario
 * @param tenant else nobody else's
 * @returns one activity a text, as Teams posts them.
 */
export function upgradeActivities(
  serviceUrl: string,
  first: readonly string[],
  tenant: string = randomUUID(),
): string[] {
  const user = randomUUID();
  const conversation = `a:${randomUUID()}`;
  return [...first, ...upgradeTexts].map((text) =>
    JSON.stringify({
      type: 'message',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${user}`, name: 'Alex Admin', aadObjectId: user },
      recipient: { id: '28:upgradera', name: 'Upgradera' },
      conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
      text,
      textFormat: 'plain',
      locale: 'en-US',
      entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web' }],
      channelData: { tenant: { id: tenant } },
    }),
  );
}
