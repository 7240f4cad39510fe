/** What strangers send: activities as clients make them, each changed in a few places. */
import fc from 'fast-check';
import { verbs } from '../../cards/cards.ts';
import { nasty, rawPattern } from './nastyValues.ts';

type Json = Record<string, unknown>;

/** What a stranger may have got hold of, and where they may write themselves. */
export interface Stranger {
  serviceUrl: string;
  tenantId: string;
  /** Their own conversations, with cards open, and one that is new. */
  conversations: string[];
  userIds: string[];
  /** Of other people, of another tenant, run out; none that lets them order. */
  cards: { conversation: string; userId: string; token: string; verbs: string[] }[];
  /** Ids and names of the other tenant. */
  foreign: string[];
  foreignTenantId: string;
}

/** None that begins the simulated tenant anew: what could be ordered must stay so. */
const words = [
  'hi',
  'upgrade',
  'business premium',
  'next',
  '25 licenses, yearly',
  'status',
  'explain',
  'help',
  'cancel',
  'language svenska',
  'scenario list',
  'scenario __proto__',
  'time +0d',
  'role constructor',
  'support',
  'how long does it take?',
];

/** @returns bodies of requests, most of them JSON */
export function strangeBodies(stranger: Stranger): fc.Arbitrary<string> {
  const { serviceUrl, tenantId, conversations, userIds, cards, foreign } = stranger;
  const tokens = cards.map(({ token }) => token);
  const known = fc.constantFrom(...foreign, ...tokens);
  const text = fc.oneof(
    fc.constantFrom(...words),
    known.map((id) => `status ${id}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const data = fc.record({
    v: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.anything() }),
    verb: fc.constantFrom(...verbs, 'order.withdraw', '__proto__', 'constructor'),
    token: fc.constantFrom(...tokens),
    choice: fc.option(fc.oneof(known, fc.string({ maxLength: 70 })), { nil: undefined }),
    quantity: fc.option(fc.oneof(fc.double(), fc.string(), known), { nil: undefined }),
    term: fc.constantFrom('P1Y', 'P1M', 'P99Y', '__proto__'),
    billing: fc.constantFrom('monthly', 'annual', 'toString'),
    terms: fc.option(fc.constantFrom('P1Y monthly', 'P1M annual', 'P1Y', ' ', '__proto__'), {
      nil: undefined,
    }),
    paymentMethod: known,
    name: fc.string(),
  });
  const says = text.map((said): Json => ({ type: 'message', text: said }));
  const submits = data.map(submit);
  const executes = data.map(execute);
  // Buttons that are there, pressed where their cards are.
  const aimed = fc
    .tuple(fc.constantFrom(...cards), fc.nat(), fc.boolean())
    .map(([{ conversation, userId, token, verbs: own }, pick, executed]): Json => {
      const pressed = { v: 1, verb: own[pick % own.length], token };
      return {
        ...(executed ? execute(pressed) : submit(pressed)),
        conversation: { id: conversation, conversationType: 'personal', tenantId },
        from: { id: `29:${userId}`, name: 'Stranger', aadObjectId: userId },
      };
    });
  const others = fc
    .record({
      type: fc.constantFrom(
        ...['invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction'],
        ...['event', 'typing', 'endOfConversation', 'messageUpdate', 'messageDelete', 'trace'],
      ),
      name: fc.constantFrom('signin/verifyState', 'task/fetch', 'composeExtension/query', 'x'),
      action: fc.constantFrom('add', 'remove', 'add-upgrade'),
      value: fc.anything({ maxDepth: 2 }),
      membersAdded: fc.constant([{ id: 'x', name: foreign[0] }]),
    })
    .map((activity): Json => activity);
  const envelope = fc.record({
    conversation: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...conversations) }, known),
    user: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...userIds) }, known),
    id: fc.uuid(),
    replyToId: fc.option(known, { nil: undefined }),
  });
  const whole = fc
    .tuple(fc.oneof(says, submits, executes, aimed, others), envelope)
    .map(([activity, { conversation, user, id, replyToId }]): Json => {
      return {
        id,
        ...(replyToId === undefined ? {} : { replyToId }),
        channelId: 'msteams',
        serviceUrl,
        timestamp: '2026-11-25T10:00:00Z',
        locale: 'en-US',
        from: { id: `29:${user}`, name: 'Stranger', aadObjectId: user },
        recipient: { id: '28:upgradera', name: 'Upgradera' },
        conversation: { id: conversation, conversationType: 'personal', tenantId },
        channelData: { tenant: { id: tenantId } },
        entities: [{ type: 'clientInfo', locale: 'en-US' }],
        ...activity,
      };
    });
  const change = fc.record({
    place: fc.nat(),
    value: fc.oneof(fc.constantFrom(...nasty), known),
    how: fc.constantFrom('replace', 'replace', 'replace', 'delete', 'add'),
  });
  const changed = fc
    .tuple(whole, fc.array(change, { maxLength: 3 }))
    .map(([activity, changes]) => asJson(changes.reduce(apply, activity), stranger));
  const broken = fc.tuple(changed, fc.nat()).map(([json, at]) => json.slice(0, at % json.length));
  const huge = changed.map((json) => json.replace('{', `{"pad":"${'x'.repeat(270_000)}",`));
  return fc.oneof(
    { weight: 96, arbitrary: changed },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: huge },
    { weight: 1, arbitrary: fc.json() },
  );
}

function submit(value: Json): Json {
  return { type: 'message', value };
}

function execute(data: Json): Json {
  const action = { type: 'Action.Execute', verb: data.verb, data };
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

interface Change {
  place: number;
  value: unknown;
  how: string;
}

function apply(activity: Json, { place, value, how }: Change): Json {
  const copy = structuredClone(activity);
  const places = [...placesIn(copy)];
  const chosen = places[place % places.length];
  if (!chosen) return copy;
  const { holder, key } = chosen;
  if (how === 'delete') delete holder[key];
  else if (how === 'add') holder[`x${place % 7}`] = value;
  else holder[key] = value;
  return copy;
}

function* placesIn(value: unknown): Generator<{ holder: Json; key: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield { holder: value as Json, key };
    yield* placesIn(inner);
  }
}

/** The channel vouches for tenant and address: a stranger can't choose them. */
function asJson(activity: Json, { serviceUrl, tenantId, foreignTenantId }: Stranger): string {
  const { serviceUrl: named } = activity;
  const isAddress = typeof named === 'string' && URL.canParse(named);
  const vouched = isAddress ? { ...activity, serviceUrl } : activity;
  return JSON.stringify(vouched, (key, value) =>
    value === foreignTenantId && (key === 'id' || key === 'tenantId') ? tenantId : value,
  ).replace(rawPattern, '$1');
}
