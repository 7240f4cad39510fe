/**
 * The connector operations that the SDK and we use. The SDK's own client builds a request pipeline
 * and serialisers anew in every turn, which is half of what a turn costs.
 */
import type {
  Activity,
  ChannelAccount,
  ConversationParameters,
  ConversationResourceResponse,
  PagedMembersResult,
  ResourceResponse,
} from 'botbuilder';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { ConnectorCall, ConnectorTransport } from './connectorTransport.ts';

/** A bearer token for the channel; the source keeps it until it is about to expire. */
export type TokenSource = () => Promise<string | undefined>;

const sentSchema = z.looseObject({ id: z.string().default('') });
const createdSchema = z.looseObject({ id: z.string().min(1), activityId: z.string().optional() });
const accountSchema = z.looseObject({ id: z.string().min(1), name: z.string().optional() });
const pageSchema = z.looseObject({
  members: z.array(accountSchema),
  continuationToken: z.string().nullish(),
});

type Outgoing = Partial<Activity>;

/** What a header takes; an id with more than that stands in the path alone. */
const headerText = /^[\x20-\x7e]*$/;

const conversationPath = (conversationId: string) =>
  `v3/conversations/${encodeURIComponent(conversationId)}`;
const activityPath = (conversationId: string, activityId: string) =>
  `${conversationPath(conversationId)}/activities/${encodeURIComponent(activityId)}`;

/** All operations reject with ConnectorError, or `upstream.malformed` when the answer is no use. */
export class LeanConversations {
  readonly #transport: ConnectorTransport;
  readonly #serviceUrl: string;
  readonly #token: TokenSource;

  constructor(transport: ConnectorTransport, serviceUrl: string, token: TokenSource) {
    this.#transport = transport;
    this.#serviceUrl = serviceUrl;
    this.#token = token;
  }

  async createConversation(body: ConversationParameters): Promise<ConversationResourceResponse> {
    const path = 'v3/conversations';
    return (await this.#ask(
      { operation: 'createConversation', method: 'POST', path, body },
      createdSchema,
    )) as unknown as ConversationResourceResponse;
  }

  sendToConversation(conversationId: string, body: Outgoing): Promise<ResourceResponse> {
    const path = `${conversationPath(conversationId)}/activities`;
    return this.#send({ operation: 'sendToConversation', method: 'POST', path, body });
  }

  replyToActivity(id: string, activityId: string, body: Outgoing): Promise<ResourceResponse> {
    const headers = headerText.test(id) ? { 'x-ms-conversation-id': id } : {};
    const path = activityPath(id, activityId);
    return this.#send({ operation: 'replyToActivity', method: 'POST', path, headers, body });
  }

  updateActivity(id: string, activityId: string, body: Outgoing): Promise<ResourceResponse> {
    const path = activityPath(id, activityId);
    return this.#send({ operation: 'updateActivity', method: 'PUT', path, body });
  }

  async deleteActivity(conversationId: string, activityId: string): Promise<void> {
    const path = activityPath(conversationId, activityId);
    await this.#call({ operation: 'deleteActivity', method: 'DELETE', path });
  }

  async getConversationMembers(conversationId: string): Promise<ChannelAccount[]> {
    const path = `${conversationPath(conversationId)}/members`;
    const call = { operation: 'getConversationMembers', method: 'GET', path } as const;
    return (await this.#ask(call, z.array(accountSchema))) as ChannelAccount[];
  }

  async getConversationMember(conversationId: string, memberId: string): Promise<ChannelAccount> {
    const path = `${conversationPath(conversationId)}/members/${encodeURIComponent(memberId)}`;
    const call = { operation: 'getConversationMember', method: 'GET', path } as const;
    return (await this.#ask(call, accountSchema)) as ChannelAccount;
  }

  async getConversationPagedMembers(
    conversationId: string,
    options: { pageSize?: number; continuationToken?: string } = {},
  ): Promise<PagedMembersResult> {
    const query = new URLSearchParams();
    if (options.pageSize !== undefined) query.set('pageSize', String(options.pageSize));
    if (options.continuationToken) query.set('continuationToken', options.continuationToken);
    const path = `${conversationPath(conversationId)}/pagedmembers?${query}`;
    const call = { operation: 'getConversationPagedMembers', method: 'GET', path } as const;
    return (await this.#ask(call, pageSchema)) as PagedMembersResult;
  }

  async getActivityMembers(conversationId: string, activityId: string): Promise<ChannelAccount[]> {
    const path = `${activityPath(conversationId, activityId)}/members`;
    const call = { operation: 'getActivityMembers', method: 'GET', path } as const;
    return (await this.#ask(call, z.array(accountSchema))) as ChannelAccount[];
  }

  async #call(call: ConnectorCall): Promise<unknown> {
    return this.#transport.send(this.#serviceUrl, await this.#token(), call);
  }

  /** The message has arrived, whatever the body says: an id that is missing is no error. */
  async #send(call: ConnectorCall): Promise<ResourceResponse> {
    return sentSchema.safeParse(await this.#call(call)).data ?? { id: '' };
  }

  async #ask<T>(call: ConnectorCall, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await this.#call(call));
    if (!parsed.success) throw new UpgraderaError('upstream.malformed', call.operation);
    return parsed.data;
  }
}
