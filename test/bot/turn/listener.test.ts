import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { createLog } from '../../../bot/log.ts';
import { Listener } from '../../../bot/turn/listener.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { DialogTree } from '../../../dialogs/root/dialogTree.ts';
import { aConversation } from '../../storage/samples.ts';

describe('a turn that fails halfway', () => {
  it('leaves the stack as it was, and says so', async () => {
    const dialogState = { dialogStack: [{ id: 'plans', state: { page: 2 } }] };
    const conversation = aConversation({
      stacks: [{ userId: 'u', version: 'v', state: dialogState }],
    });
    const dialogs = {
      version: 'v',
      run: async (_context: unknown, _turn: unknown, state: typeof dialogState) => {
        state.dialogStack.pop();
        throw new UpgraderaError('order.unknown');
      },
    } as unknown as DialogTree;
    const said: string[] = [];
    const context = {
      activity: {
        type: 'message',
        text: 'status',
        channelId: 'msteams',
        from: { id: 'u' },
        recipient: { id: 'b' },
        conversation: { id: 'c' },
      },
      sendActivity: async ({ text }: { text: string }) => said.push(text),
    } as unknown as TurnContext;
    const now = () => Temporal.Instant.from('2026-03-02T09:00:00Z');
    await new Listener({ dialogs, now, log: createLog('silent') }).answer(context, conversation);
    assert.deepEqual(conversation.stacks[0]?.state, {
      dialogStack: [{ id: 'plans', state: { page: 2 } }],
    });
    assert.equal(said.length, 1);
  });
});
