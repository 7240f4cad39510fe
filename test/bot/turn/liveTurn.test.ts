import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { LiveTurn, type LiveTurnParts } from '../../../bot/turn/liveTurn.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { aConversation } from '../../support/storage/samples.ts';
import { anActivity } from './activities.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const intent = { inputs: {}, text: '' };

describe('A turn', () => {
  const conversation = aConversation();
  const context = { activity: anActivity() } as unknown as TurnContext;
  const seen: boolean[] = [];
  const draw = ({ simulated }: CardContext): Card => {
    seen.push(simulated);
    return { id: 'order', json: {}, summary: 'drawn' };
  };

  it('tells each card whether the tenant whose turn it is, is simulated', async () => {
    for (const tenantId of ['tenant-1', 'tenant-2']) {
      const natureOf: LiveTurnParts['natureOf'] = (asked) => ({ simulated: asked === tenantId });
      const parts = { context, conversation, now, natureOf };
      await new LiveTurn(parts, intent).show('order', { subject: {} }, draw);
      const grant = conversation.grants.at(-1)!;
      const submission = { v: 1, verb: 'order.refresh', token: grant.token } as const;
      const press = { press: { submission, inputs: {}, execute: true }, grant };
      await new LiveTurn({ ...parts, press }, intent).redraw(draw);
    }
    assert.deepEqual(seen, [true, true, false, false]);
  });
});
