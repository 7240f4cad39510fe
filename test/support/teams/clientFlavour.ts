/** What Teams and the Emulator say in different ways: who is there, and what every activity carries. */
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Json } from './cardButtons.ts';
import type { Member } from './connectorService.ts';

export type Flavour = 'teams' | 'emulator';

export function botOf(flavour: Flavour): { id: string; name: string } {
  return flavour === 'emulator'
    ? { id: 'bot', name: 'Bot' }
    : { id: '28:upgradera', name: 'Upgradera' };
}

/** @param tenantId the Emulator has none */
export function personOf(flavour: Flavour, name: string, tenantId: string | undefined): Member {
  if (flavour === 'emulator') return { id: randomUUID(), name };
  return {
    id: `29:${randomUUID()}`,
    name,
    aadObjectId: randomUUID(),
    tenantId: tenantId!,
    email: 'adele@contoso.example',
    userPrincipalName: 'adele@contoso.example',
  };
}

interface Chat {
  serviceUrl: string;
  conversationId: string;
  tenantId: string | undefined;
  locale: string;
  user: Member;
}

/** What each activity of a chat carries, whatever it is about. */
export function envelopeOf(flavour: Flavour, chat: Chat): Partial<Activity> & Json {
  const { serviceUrl, conversationId, tenantId = '', locale, user } = chat;
  const { id, name, aadObjectId } = user;
  const now = new Date().toISOString() as unknown as Date;
  const common = { serviceUrl, timestamp: now, localTimestamp: now, locale };
  if (flavour === 'emulator') {
    return {
      ...common,
      channelId: 'emulator',
      conversation: { id: conversationId } as Activity['conversation'],
      from: { id, name, role: 'user' },
      recipient: { ...botOf(flavour), role: 'bot' },
      channelData: { clientActivityID: randomUUID() },
    };
  }
  const timezone = 'Europe/Stockholm';
  return {
    ...common,
    channelId: 'msteams',
    localTimezone: timezone,
    conversation: { conversationType: 'personal', tenantId, id: conversationId } as never,
    from: { id, name, ...(aadObjectId ? { aadObjectId } : {}) },
    recipient: botOf(flavour),
    channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
    entities: [{ type: 'clientInfo', locale, country: 'US', platform: 'Web', timezone }],
  };
}
