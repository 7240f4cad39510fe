/** What a route of the local channel answers, in the error shape of the Bot Framework's REST APIs. */

export interface Answer {
  status: number;
  body?: unknown;
}

/** `message` is for developers of clients; nobody reads it in the chat. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

export const unknownConversation = refusal(404, 'ConversationNotFound', 'Unknown conversation.');
