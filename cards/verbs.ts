/** Card ids and the verbs that their buttons send back. Transcripts and support rely on these names. */

export const verbsOfCard = {
  home: ['upgrade.start', 'status.show', 'manual.start', 'support.request', 'help.show'],
  products: ['product.choose', 'product.page'],
  diagnosis: [
    'diagnosis.recheck',
    'diagnosis.watch',
    'diagnosis.list',
    'manual.start',
    'support.request',
    'upgrade.start',
  ],
  plans: ['plan.choose', 'plan.compare', 'plan.page', 'upgrade.start'],
  comparison: ['plan.choose', 'plan.back'],
  configure: ['configure.submit', 'plan.back'],
  forfeit: ['forfeit.accept', 'forfeit.wait', 'plan.back'],
  review: ['order.place', 'review.change', 'review.explain', 'order.abandon'],
  'change-soldto': ['review.update', 'review.back'],
  'change-payment': ['review.update', 'review.back'],
  'change-items': ['review.update', 'review.back'],
  order: ['order.refresh', 'order.withdraw', 'order.list', 'support.request'],
  notice: ['order.refresh', 'notice.mute', 'upgrade.start', 'support.request'],
  status: ['order.refresh', 'watch.stop', 'upgrade.start'],
  answer: ['answer.back', 'support.request'],
} as const;

export type CardId = keyof typeof verbsOfCard;
export type Verb = (typeof verbsOfCard)[CardId][number];

export const cardIds = Object.keys(verbsOfCard) as CardId[];
export const verbs = [...new Set(Object.values(verbsOfCard).flat())] as Verb[];
