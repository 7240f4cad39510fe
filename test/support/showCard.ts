/** Any card from any sample view. */
import { answerCard } from '../../cards/answerCard.ts';
import type { Card, CardContext } from '../../cards/card.ts';
import { changeItemsCard } from '../../cards/changeItemsCard.ts';
import { changePaymentCard } from '../../cards/changePaymentCard.ts';
import { changeSoldToCard } from '../../cards/changeSoldToCard.ts';
import { comparisonCard } from '../../cards/comparisonCard.ts';
import { configureCard } from '../../cards/configureCard.ts';
import { diagnosisCard } from '../../cards/diagnosisCard.ts';
import { forfeitCard } from '../../cards/forfeitCard.ts';
import { homeCard } from '../../cards/homeCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { orderCard } from '../../cards/orderCard.ts';
import { plansCard } from '../../cards/plansCard.ts';
import { productsCard } from '../../cards/productsCard.ts';
import { reviewCard } from '../../cards/reviewCard.ts';
import { statusCard } from '../../cards/statusCard.ts';
import type { CardId } from '../../cards/verbs.ts';
import type { NoticeView, WatchView } from '../../cards/views.ts';
import { watchNoticeCard } from '../../cards/watchNoticeCard.ts';
import { sampleViews } from './sampleViews.ts';

const anyNoticeCard = (view: NoticeView | WatchView, context: CardContext): Card =>
  'watch' in view ? watchNoticeCard(view, context) : noticeCard(view, context);

const builders: { [Id in CardId]: (view: never, context: CardContext) => Card } = {
  home: homeCard,
  products: productsCard,
  diagnosis: diagnosisCard,
  plans: plansCard,
  comparison: comparisonCard,
  configure: configureCard,
  forfeit: forfeitCard,
  review: reviewCard,
  'change-soldto': changeSoldToCard,
  'change-payment': changePaymentCard,
  'change-items': changeItemsCard,
  order: orderCard,
  notice: anyNoticeCard,
  status: statusCard,
  answer: answerCard,
};

export function variantsOf(id: CardId): string[] {
  return Object.keys(sampleViews[id]);
}

export function showCard(id: CardId, variant: string, context: CardContext): Card {
  return builders[id](sampleViews[id][variant] as never, context);
}
