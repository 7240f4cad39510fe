import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { createLog } from '../../../bot/log.ts';
import type { Reply } from '../../../bot/turn/answered.ts';
import { Listener } from '../../../bot/turn/listener.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { DialogTree } from '../../../dialogs/root/dialogTree.ts';
import type { Turn } from '../../../dialogs/step/turn.ts';
import { localiser } from '../../../locales/localiser.ts';
import type { Conversation, Grant } from '../../../storage/repositories/conversation.ts';
import { aConversation } from '../../support/storage/samples.ts';
import { anActivity } from './activities.ts';

const { t } = localiser('en-US');
const stack = { dialogStack: [{ id: 'plans', state: { page: 2 } }] };
const plans: Grant = {
  token: 't1',
  card: 'plans',
  verbs: ['plan.choose'],
  userId: 'user-1',
  subject: {},
  choices: [],
  activityId: 'message-1',
  expiresAt: '2026-04-01T09:00:00Z',
};

describe('A turn that fails halfway', () => {
  let conversation: Conversation;
  beforeEach(() => {
    conversation = aConversation({
      stacks: [{ userId: 'user-1', version: 'v', state: structuredClone(stack) }],
      grants: [{ ...plans }],
    });
  });

  function fails(step: (turn: Turn) => Promise<void>): Promise<Reply> {
    const dialogs = {
      version: 'v',
      run: async (_context: unknown, turn: Turn, state: typeof stack) => {
        state.dialogStack.pop();
        await step(turn);
        throw new UpgraderaError('order.unknown');
      },
    } as unknown as DialogTree;
    const activity = anActivity({ text: 'hi' });
    const context = { activity, turnState: new Map() } as unknown as TurnContext;
    const now = () => Temporal.Instant.from('2026-03-02T09:00:00Z');
    const listener = new Listener({
      dialogs,
      now,
      natureOf: () => ({ simulated: true }),
      log: createLog('silent'),
    });
    return listener.answer(context, conversation, false);
  }
  const textsOf = ({ outgoing }: Reply) => outgoing.map(({ activity }) => activity.text);

  it('leaves the conversation as it was, and says why', async () => {
    const reply = await fails(async (turn) => {
      turn.setLocale('sv-SE');
      await turn.say('dialogs.cancelled');
      await turn.close(['plans'], 'chosen');
      await turn.sayVerbatim('to be copied');
    });
    assert.deepEqual(conversation.stacks[0]?.state, stack);
    assert.deepEqual(conversation.grants, [plans]);
    assert.equal(conversation.chosenLocale, undefined);
    assert.deepEqual(textsOf(reply), [t('errors.order.unknown')]);
  });

  it('tells what can not be undone all the same', async () => {
    const reply = await fails(async (turn) => {
      await turn.say('dialogs.cancelled');
      await turn.close(['plans'], 'ordered');
      turn.keep();
      await turn.say('dialogs.courtesy');
    });
    assert.equal(conversation.grants[0]?.closed?.outcome, 'ordered');
    assert.equal(reply.outgoing[0]?.replaces, 'message-1');
    assert.deepEqual(textsOf(reply).slice(1), [
      `${t('dialogs.cancelled')}\n\n${t('errors.order.unknown')}`,
    ]);
  });
});
