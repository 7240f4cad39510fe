import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { consentIn } from '../../../../bot/turn/consent/consentTurn.ts';
import { goOnAfterConsent } from '../../../../bot/turn/consent/goOnAfterConsent.ts';
import { conversationKey, userOf } from '../../../../bot/turn/identity.ts';
import type { Conversation } from '../../../../storage/repositories/conversation.ts';
import { aConversation } from '../../../support/storage/samples.ts';

const tenantId = '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11';
const conversation = `${tenantId}/msteams/19:a@thread.v2`;
const asker = { tenantId, userId: 'asker', conversation };
const reference = {
  channelId: 'msteams',
  conversation: { id: '19:a@thread.v2' },
  user: { id: '29:somebody', aadObjectId: 'somebody', name: 'Some Body' },
};

describe('a conversation that goes on after a consent', () => {
  let taken: TurnContext[];
  beforeEach(() => {
    taken = [];
  });
  const goOn = (stored: Conversation | undefined) =>
    goOnAfterConsent({
      conversations: { load: async () => stored && { value: stored, version: 1 } },
      adapter: {
        continueConversation: async (known, logic) => {
          const activity = { ...known, type: 'event', from: known.user };
          await logic({ activity, turnState: new Map() } as unknown as TurnContext);
        },
      },
      take: async (context) => void taken.push(context),
    });

  it('is a turn of the one who asked, in that very conversation, whoever spoke last', async () => {
    await goOn(aConversation({ reference }))(asker, 'connected');
    const [context] = taken;
    assert.equal(context && consentIn(context), 'connected');
    assert.equal(userOf(context!.activity).userId, 'asker');
    assert.equal(conversationKey(context!.activity), conversation);
  });

  it('keeps the name of the one who asked where they spoke last', async () => {
    const user = { id: '29:asker', aadObjectId: 'asker', name: 'Ask Er' };
    await goOn(aConversation({ reference: { ...reference, user } }))(asker, 'refused');
    assert.deepEqual(userOf(taken[0]!.activity), { userId: 'asker', userName: 'Ask Er' });
  });

  it('is none where nobody can be reached, or nobody ever spoke', async () => {
    await goOn(undefined)(asker, 'connected');
    const unreachable = { since: '2026-03-01T09:00:00Z', why: 'blocked' as const };
    await goOn(aConversation({ reference, unreachable }))(asker, 'connected');
    assert.deepEqual(taken, []);
  });
});
