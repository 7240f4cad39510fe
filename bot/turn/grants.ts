/** The rows behind the tokens of a conversation's cards. */
import { createHash, randomUUID } from 'node:crypto';
import { type CardId, pageVerbs, verbsOfCard } from '../../cards/cards.ts';
import { subjectSchema } from '../../commerce/model/subject.ts';
import type { CardOffer } from '../../dialogs/step/turn.ts';
import type { Conversation, Grant } from '../../storage/repositories/conversation.ts';
import type { Press } from './press.ts';

/** Cards remembered in a conversation; presses on older ones are told to be too old. */
const cardsKept = 48;
/** Of each person at least so many, however many others speak in between. */
const ownCardsKept = 4;
/** Milliseconds. */
const lifetime = 30 * 24 * 60 * 60 * 1_000;

/** Adds a row. The newest are kept, and the newest of each person. */
export function addGrant(
  conversation: Conversation,
  card: CardId,
  offer: CardOffer,
  by: { userId: string; now: Temporal.Instant },
): Grant {
  const grant: Grant = {
    token: randomUUID(),
    card,
    verbs: [...verbsOfCard[card]],
    ...(offer.forAll ? {} : { userId: by.userId }),
    subject: subjectSchema.parse(offer.subject),
    choices: offer.choices ?? [],
    expiresAt: new Date(by.now.epochMilliseconds + lifetime).toISOString(),
  };
  conversation.grants = stillKept([...conversation.grants, grant], by.now);
  return grant;
}

function stillKept(grants: readonly Grant[], now: Temporal.Instant): Grant[] {
  if (grants.length <= cardsKept) return [...grants];
  const ofPerson = new Map<string, number>();
  const isKept = ({ userId = '', expiresAt }: Grant, newer: number): boolean => {
    const newerOwn = ofPerson.get(userId) ?? 0;
    ofPerson.set(userId, newerOwn + 1);
    if (newer < cardsKept) return true;
    if (userId === '' || newerOwn >= ownCardsKept) return false;
    return Temporal.Instant.compare(now, expiresAt) < 0;
  };
  return grants.toReversed().filter(isKept).toReversed();
}

/** The same card is shown once more: each copy may be pressed. */
export function renewGrant(grant: Grant, { choices = [] }: CardOffer): Grant {
  grant.choices = [...new Set([...grant.choices, ...choices])];
  return grant;
}

/** Whether another card has come in that place since. */
export function isCovered(
  { grants }: Conversation,
  grant: Grant,
  place: string | undefined,
): boolean {
  const later = grants.slice(grants.indexOf(grant) + 1);
  return place !== undefined && later.some(({ activityId }) => activityId === place);
}

export type Judgement = { allowed: Grant } | { refused: 'old' | 'notYours' | 'unreadable' };

/** Whether this user may press this button now. */
export function judge(
  conversation: Conversation,
  { submission }: Press,
  by: { userId: string; now: Temporal.Instant },
): Judgement {
  const { token, verb, choice } = submission;
  const grant = conversation.grants.find((row) => row.token === token);
  if (!grant || Temporal.Instant.compare(by.now, grant.expiresAt) >= 0) return { refused: 'old' };
  if (grant.userId !== undefined && grant.userId !== by.userId) return { refused: 'notYours' };
  if (!grant.verbs.includes(verb)) return { refused: 'unreadable' };
  const offered =
    pageVerbs.includes(verb) || choice === undefined || grant.choices.includes(choice);
  return offered ? { allowed: grant } : { refused: 'unreadable' };
}

/** The same press has the same key: button, choice and inputs. */
export function pressKey({ submission, inputs }: Press): string {
  const said = JSON.stringify([submission.verb, submission.choice ?? null, inputs]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 16);
}
