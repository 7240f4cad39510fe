/** Any card from any sample view. */
import { answerCard } from '../../cards/answers/answerCard.ts';
import type { CardId } from '../../cards/cards.ts';
import type { Card, CardContext } from '../../cards/kit/card.ts';
import { type NoticeView, noticeCard } from '../../cards/orders/noticeCard.ts';
import { orderCard } from '../../cards/orders/orderCard.ts';
import { statusCard } from '../../cards/orders/statusCard.ts';
import { type WatchView, watchNoticeCard } from '../../cards/orders/watchNoticeCard.ts';
import { homeCard } from '../../cards/root/homeCard.ts';
import { comparisonCard } from '../../cards/upgrade/comparisonCard.ts';
import { configureCard } from '../../cards/upgrade/configureCard.ts';
import { diagnosisCard } from '../../cards/upgrade/diagnosisCard.ts';
import { forfeitCard } from '../../cards/upgrade/forfeitCard.ts';
import { plansCard } from '../../cards/upgrade/plansCard.ts';
import { productsCard } from '../../cards/upgrade/productsCard.ts';
import { changeItemsCard } from '../../cards/upgrade/review/changeItemsCard.ts';
import { changePaymentCard } from '../../cards/upgrade/review/changePaymentCard.ts';
import { changeSoldToCard } from '../../cards/upgrade/review/changeSoldToCard.ts';
import { reviewCard } from '../../cards/upgrade/review/reviewCard.ts';
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
