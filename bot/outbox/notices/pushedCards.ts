/** What an agent sends a customer besides words, as the customer sees it: in their language, under who sent it. */
import { answerCard } from '../../../cards/answers/answerCard.ts';
import type { CardId } from '../../../cards/cards.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { saidOn } from '../../../cards/kit/saidOn.ts';
import { suggestionCard } from '../../../cards/orders/suggestionCard.ts';
import { askCard } from '../../../cards/support/askCard.ts';
import { messageCard } from '../../../cards/support/messageCard.ts';
import { checkedCard } from '../../../cards/upgrade/checkedCard.ts';
import { diagnosisCard } from '../../../cards/upgrade/diagnosisCard.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { FactsAbout } from '../../../commerce/diagnosis/gatherFacts.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { examinedIn, type SupportCase } from '../../../commerce/support/case.ts';
import type { CaseMessage } from '../../../commerce/support/parts/messages.ts';
import type { Push } from '../../../commerce/support/parts/push.ts';
import { articleTold } from '../../../dialogs/answers/articleTold.ts';
import { planName } from '../../../dialogs/step/planName.ts';
import { diagnosisView } from '../../../dialogs/upgrade/diagnosisDialog.ts';
import type { Article } from '../../../locales/articles.ts';

export interface PushedNeeds {
  catalog: Pick<Catalog, 'find'>;
  articles(): readonly Article[];
  gatherFacts(...about: FactsAbout): Promise<Facts>;
}

/** What each is shown as: with the buttons of its own kind. */
export const cardOfPush: Readonly<Record<Push['is'], CardId>> = {
  article: 'answer',
  check: 'diagnosis',
  ask: 'case-ask',
};

export async function messageAsCard(
  needs: PushedNeeds,
  found: SupportCase,
  message: CaseMessage,
  context: CardContext,
): Promise<Card> {
  const { id: reference } = found;
  const { push, suggests } = message;
  if (suggests) return suggestionCard({ message, reference }, context);
  if (push?.is === 'ask') return askCard({ message, what: push.what, reference }, context);
  const article = push?.is === 'article' && needs.articles().find(({ slug }) => slug === push.slug);
  if (article) {
    const told = { ...articleTold(article, context.l.locale), back: false };
    return saidBy(message, answerCard(told, context), context);
  }
  if (push?.is === 'check') {
    return saidBy(message, await checked(needs, found, push, context), context);
  }
  return messageCard({ message, reference }, context);
}

/** Under the name of the agent, with what they said to it. */
function saidBy({ name, text }: CaseMessage, card: Card, { l }: CardContext): Card {
  const words = text === '' ? [] : [text.replaceAll('\n\n', '\n')];
  return saidOn(card, [l.t('cases.fromAgent', { name }), ...words].join('\n\n')) ?? card;
}

/** As it is by now, where that can be told; else as it was when the agent looked. */
async function checked(
  { catalog, gatherFacts }: PushedNeeds,
  found: SupportCase,
  { codes }: Extract<Push, { is: 'check' }>,
  context: CardContext,
): Promise<Card> {
  const { tenantId, userId, snapshot } = found;
  const facts = await gatherFacts(tenantId, userId, examinedIn(found) ?? '').catch(() => undefined);
  const reasons = facts && diagnose(facts);
  if (facts && reasons && reasons.length > 0) {
    return diagnosisCard(diagnosisView(catalog, context.l, facts, reasons), context);
  }
  const skuId = facts?.subscription.skuId ?? snapshot.subscription?.skuId ?? '';
  const left = reasons ? [] : codes;
  return checkedCard({ planName: planName(catalog, skuId, context.l), codes: left }, context);
}
