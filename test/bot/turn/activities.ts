/** Activities as channels send them, to be bent by each test. */
import type { Activity } from 'botbuilder';

export function anActivity(given: Record<string, unknown> = {}): Activity {
  return {
    type: 'message',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/',
    from: { id: '29:1', name: 'Åsa Öberg', aadObjectId: 'user-1' },
    recipient: { id: '28:bot', name: 'Upgradera' },
    conversation: { id: 'a:1', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
    ...given,
  } as unknown as Activity;
}
