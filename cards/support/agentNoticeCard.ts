/** What an agent, or a customer who writes to one, is told of what they wrote or of the talk. */
import type { Card, CardContext } from '../kit/card.ts';
import { paragraph, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { messageCardKind } from './messageCard.ts';

export interface AgentNoticeView {
  /**
   * `unsure`: nobody knows whether a message came. `talkOver`: the customer has ended the talk. `shown`, `kept`: the
   * customer has decided about what the agent asked to be shown.
   */
  kind: 'unsure' | 'talkOver' | 'shown' | 'kept';
  reference: string;
  /** What was written. */
  text?: string;
}

/** Characters of what was written. */
const longest = 300;

export function agentNoticeCard(
  { kind, reference, text = '' }: AgentNoticeView,
  context: CardContext,
): Card {
  const { l } = context;
  const happened = l.t(`cards.agentNotice.${kind}.happened`, { reference });
  return frame(messageCardKind, context, {
    title: l.t(`cards.agentNotice.${kind}.title`),
    summary: happened,
    body: [
      paragraph(happened),
      ...(text === '' ? [] : [verbatim(text.slice(0, longest))]),
      paragraph(l.t(`cards.agentNotice.${kind}.next`, { reference })),
    ],
    actions: [],
  });
}
