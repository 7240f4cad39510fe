/**
 * The part of Direct Line 3.0 that chat clients use: tokens, start and resume, post, poll. The
 * stream is in `stream.ts`. Beyond Direct Line, the answer to an invoke comes back as
 * `invokeResponse`, and a conversation can be started under a given id (`startSchema`).
 */
import { type Answer, refusal, unknownConversation } from './answer.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { type LocalRequest, type Route, route } from './route.ts';
import {
  type Account,
  cardAnswerSchema,
  emptySchema,
  type PostedActivity,
  postedActivitySchema,
  startSchema,
  tokenRequestSchema,
} from './schemas.ts';
import { readToken, tokenLifetime, writeToken } from './token.ts';
import { botAccount, type Turns } from './turns.ts';

const root = '/v3/directline';
const one = `${root}/conversations/:conversationId`;

/** What a client needs to know of a conversation that it may take part in. */
function door(
  host: string,
  { id }: Conversation,
  { user, watermark }: { user?: Account | undefined; watermark?: string | undefined },
) {
  const token = writeToken({ conversationId: id, ...(user && { user }) });
  const query = new URLSearchParams({ t: token, ...(watermark && { watermark }) });
  return {
    conversationId: id,
    token,
    expires_in: tokenLifetime,
    streamUrl: `ws://${host}${root}/conversations/${id}/stream?${query}`,
  };
}

export function directLineRoutes(conversations: Conversations, turns: Turns): Route[] {
  const join = (conversation: Conversation, user: Account | undefined, resume: boolean): void => {
    const first = conversation.members.size === 0;
    const added = user && !conversation.members.has(user.id) ? [user] : [];
    for (const person of added) conversation.members.set(person.id, person);
    const joined = [...(first ? [botAccount] : []), ...added];
    // The client need not wait for the greeting, and deliver never rejects.
    if (joined.length > 0 && !resume) void turns.announce(conversation, user ?? botAccount, joined);
  };

  const post = async (conversation: Conversation, posted: PostedActivity): Promise<Answer> => {
    const { members } = conversation;
    if (!members.has(posted.from.id)) members.set(posted.from.id, posted.from);
    const { id: _, ...rest } = posted;
    const completed = turns.complete(conversation, {
      ...rest,
      from: { ...posted.from, role: 'user' },
    });
    const told = ['message', 'event'].includes(posted.type);
    const activity = told
      ? conversation.append(completed)
      : { ...completed, id: conversation.newId() };
    const { status, body } = await turns.deliver(activity);
    if (posted.type === 'invoke') {
      const replaced = cardAnswerSchema.safeParse(body);
      if (replaced.success && posted.replyToId) {
        conversation.swapCard(posted.replyToId, replaced.data.value);
      }
      return { status: 200, body: { id: activity.id, invokeResponse: { status, body } } };
    }
    if (status === 504) return refusal(504, 'BotTimeout', 'The bot took too long.');
    if (status >= 400) return refusal(502, 'BotError', `The bot answered with ${status}.`);
    return { status: 200, body: { id: activity.id } };
  };

  const within =
    <Body>(
      handle: (conversation: Conversation, request: LocalRequest<Body>) => Answer | Promise<Answer>,
    ) =>
    (request: LocalRequest<Body>): Answer | Promise<Answer> => {
      const conversation = conversations.find(request.params.conversationId ?? '');
      return conversation ? handle(conversation, request) : unknownConversation;
    };

  return [
    route({
      method: 'post',
      path: `${root}/tokens/generate`,
      schema: tokenRequestSchema,
      handle: ({ body, host }) => {
        const { streamUrl: _, ...answer } = door(host, conversations.open(), body);
        return { status: 200, body: answer };
      },
    }),
    route({
      method: 'post',
      path: `${root}/tokens/refresh`,
      schema: emptySchema,
      handle: ({ token }) => {
        const content = readToken(token);
        if (!content) return refusal(403, 'BadArgument', 'Not a token of this channel.');
        const { conversationId } = content;
        return { status: 200, body: { conversationId, token, expires_in: tokenLifetime } };
      },
    }),
    route({
      method: 'post',
      path: `${root}/conversations`,
      schema: startSchema,
      handle: ({ body, host, token }) => {
        const carried = readToken(token);
        const conversation = conversations.open(body.conversationId ?? carried?.conversationId);
        const started = conversation.members.size > 0;
        const user = body.user ?? carried?.user;
        if (!started && body.tenantId) conversation.tenantId = body.tenantId;
        conversation.locale = body.locale ?? conversation.locale;
        join(conversation, user, body.resume ?? false);
        const { watermark } = body;
        return { status: started ? 200 : 201, body: door(host, conversation, { user, watermark }) };
      },
    }),
    route({
      method: 'get',
      path: one,
      schema: emptySchema,
      handle: within((conversation, { host, query }) => ({
        status: 200,
        body: door(host, conversation, { watermark: query.get('watermark') ?? undefined }),
      })),
    }),
    route({
      method: 'post',
      path: `${one}/activities`,
      schema: postedActivitySchema,
      handle: within((conversation, { body }) => post(conversation, body)),
    }),
    route({
      method: 'get',
      path: `${one}/activities`,
      schema: emptySchema,
      handle: within((conversation, { query }) => ({
        status: 200,
        body: conversation.since(query.get('watermark') ?? undefined),
      })),
    }),
  ];
}
