/** The connector's REST API: what the bot calls to send, update and delete, and to see who is there. */
import { type Answer, refusal, unknownConversation } from './answer.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { type LocalRequest, type Route, route } from './route.ts';
import {
  type Activity,
  activitySchema,
  conversationIdSchema,
  createSchema,
  emptySchema,
} from './schemas.ts';
import { botAccount } from './turns.ts';

const unknownMember = refusal(404, 'MemberNotFoundInConversation', 'Unknown member.');
const unknownActivity = refusal(404, 'ActivityNotFoundInConversation', 'Unknown activity.');

function fromBot(conversation: Conversation, activity: Activity): Activity {
  return {
    ...activity,
    from: botAccount,
    timestamp: new Date().toISOString(),
    channelId: 'directline',
    conversation: { id: conversation.id },
  };
}

function send(conversation: Conversation, activity: Activity): Answer {
  const sent = fromBot(conversation, activity);
  const { id } = activity.type === 'typing' ? conversation.pass(sent) : conversation.append(sent);
  return { status: 200, body: { id } };
}

export function connectorRoutes(conversations: Conversations): Route[] {
  /**
   * The bot speaks of conversations that it remembers; after a restart the channel learns of them
   * from it, so that a message is there when the person comes back.
   */
  const within =
    <Body>(handle: (conversation: Conversation, request: LocalRequest<Body>) => Answer) =>
    (request: LocalRequest<Body>): Answer => {
      const id = conversationIdSchema.safeParse(request.params.conversationId);
      return id.success ? handle(conversations.open(id.data), request) : unknownConversation;
    };

  const root = '/connector/v3/conversations';
  const one = `${root}/:conversationId`;
  return [
    route({
      method: 'post',
      path: root,
      schema: createSchema,
      handle: ({ body }) => {
        const members = body.members ?? [];
        const tenantId = body.tenantId ?? body.channelData?.tenant?.id ?? 'local';
        const [person] = members;
        const known =
          person && members.length === 1 && !body.isGroup
            ? conversations.personal(person.id, tenantId)
            : undefined;
        const conversation = known ?? conversations.open();
        conversation.tenantId = tenantId;
        for (const member of members) conversation.members.set(member.id, member);
        const sent = body.activity && conversation.append(fromBot(conversation, body.activity));
        const activityId = sent ? { activityId: sent.id } : {};
        return { status: 201, body: { id: conversation.id, ...activityId } };
      },
    }),
    route({
      method: 'post',
      path: `${one}/activities`,
      schema: activitySchema,
      handle: within((conversation, { body }) => send(conversation, body)),
    }),
    route({
      method: 'post',
      path: `${one}/activities/:activityId`,
      schema: activitySchema,
      handle: within((conversation, { params, body }) =>
        send(conversation, { ...body, ...(params.activityId && { replyToId: params.activityId }) }),
      ),
    }),
    route({
      method: 'put',
      path: `${one}/activities/:activityId`,
      schema: activitySchema,
      handle: within((conversation, { params, body }) => {
        const id = params.activityId ?? '';
        conversation.replace(id, fromBot(conversation, body));
        return { status: 200, body: { id } };
      }),
    }),
    route({
      method: 'del',
      path: `${one}/activities/:activityId`,
      schema: emptySchema,
      handle: within((conversation, { params }) =>
        conversation.remove(params.activityId ?? '') ? { status: 200 } : unknownActivity,
      ),
    }),
    route({
      method: 'get',
      path: `${one}/members`,
      schema: emptySchema,
      handle: within(({ members }) => ({ status: 200, body: [...members.values()] })),
    }),
    route({
      method: 'get',
      path: `${one}/members/:userId`,
      schema: emptySchema,
      handle: within(({ members }, { params }) => {
        const member = members.get(params.userId ?? '');
        return member ? { status: 200, body: member } : unknownMember;
      }),
    }),
    route({
      method: 'get',
      path: `${one}/pagedmembers`,
      schema: emptySchema,
      handle: within(({ members }) => ({ status: 200, body: { members: [...members.values()] } })),
    }),
  ];
}
