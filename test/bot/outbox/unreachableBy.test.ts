import assert from 'node:assert/strict';
import { unreachableBy } from '../../../bot/outbox/unreachableBy.ts';
import { ConnectorError } from '../../../bot/sdk/connectorError.ts';

describe('Whether somebody can be reached', () => {
  it('is not told by a message that can’t be replaced', () => {
    const refused = (operation: string, statusCode: number, channelCode: string) =>
      unreachableBy(new ConnectorError({ operation, statusCode, channelCode, sent: true }));
    assert.equal(refused('updateActivity', 404, 'ActivityNotFoundInConversation'), undefined);
    assert.equal(refused('updateActivity', 404, 'ConversationNotFound'), 'gone');
    assert.equal(refused('sendToConversation', 404, 'Whatever'), 'gone');
    assert.equal(refused('sendToConversation', 500, 'ConversationNotFound'), undefined);
  });
});
