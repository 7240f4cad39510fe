/** The last lines of a conversation, short and masked, for a person of the support desk who is asked. */
import { mask } from '../../../commerce/base/mask.ts';
import type { Conversation, Outgoing } from '../../../storage/repositories/conversation.ts';

const linesKept = 8;
/** Characters of a line. */
const longest = 120;

type Line = NonNullable<Conversation['said']>[number];

/** @param text what the person wrote; empty for a press */
export function rememberSaid(
  conversation: Conversation,
  text: string,
  outgoing: readonly Outgoing[],
): void {
  const heard: Line[] = text === '' ? [] : [lineOf('customer', text)];
  const spoken = outgoing.flatMap(({ activity, replaces, inPlace, said = '' }) => {
    const isNew = replaces === undefined || inPlace;
    const words = isNew ? [said, wordsOf(activity)] : [];
    return words.filter((one) => one !== '').map((one) => lineOf('bot', one));
  });
  if (heard.length + spoken.length === 0) return;
  conversation.said = [...(conversation.said ?? []), ...heard, ...spoken].slice(-linesKept);
}

function lineOf(by: Line['by'], text: string): Line {
  return { by, text: mask(text.replace(/\s+/g, ' ').slice(0, longest)) };
}

/** A card by its id: what stood on it is in the case as data. */
function wordsOf({ text, attachments }: Outgoing['activity']): string {
  if (typeof text === 'string' && text !== '') return text;
  const [card] = Array.isArray(attachments) ? attachments : [];
  return card?.name ? `[${card.name}]` : '';
}
