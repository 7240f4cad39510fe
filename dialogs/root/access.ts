/** Who may press what. Whoever types instead of pressing needs what the buttons of the waiting step need. */
import { type CardId, cardKinds, type Verb } from '../../cards/cards.ts';

/**
 * `prices`: not for who is known to have no right to see billing; a list price is no secret, so who
 * can't be looked up is not refused. `users`: for who has the right to see users. `order`, `change`: for
 * who may see that order or that change by hand; `case`: for who may see that case; `agent`: for agents of the
 * support desk, and of a case for those who serve its tenant; taking an order back needs the right to buy besides,
 * as placing one does, and moving users, or taking their licences, that to assign them. `anybody`: of the tenant.
 * All but the first are looked up where the thing itself is.
 */
export type Need = 'anybody' | 'prices' | 'users' | 'order' | 'change' | 'case' | 'agent';

export const needOfVerb: Readonly<Record<Verb, Need>> = {
  'upgrade.start': 'anybody',
  'status.show': 'anybody',
  'manual.start': 'anybody',
  'support.request': 'anybody',
  'help.show': 'anybody',
  'answer.back': 'anybody',
  'reading.choose': 'anybody',
  'product.choose': 'anybody',
  'product.page': 'anybody',
  'diagnosis.recheck': 'anybody',
  'diagnosis.watch': 'anybody',
  'diagnosis.list': 'users',
  'plan.choose': 'prices',
  'plan.compare': 'prices',
  'plan.page': 'prices',
  'plan.back': 'prices',
  'configure.submit': 'prices',
  'purchase.check': 'prices',
  'purchase.wait': 'prices',
  'forfeit.accept': 'prices',
  'forfeit.wait': 'prices',
  'review.change': 'prices',
  'review.explain': 'prices',
  'review.update': 'prices',
  'review.back': 'prices',
  'order.place': 'prices',
  'order.abandon': 'anybody',
  'order.refresh': 'order',
  'order.withdraw': 'order',
  'order.list': 'order',
  'purchase.placed': 'order',
  'purchase.instead': 'order',
  'notice.mute': 'order',
  'watch.stop': 'anybody',
  'manual.choose': 'anybody',
  'manual.page': 'anybody',
  'manual.other': 'anybody',
  'manual.begin': 'anybody',
  'manual.back': 'anybody',
  'manual.done': 'change',
  'manual.next': 'change',
  'manual.leave': 'change',
  'manual.fewer': 'change',
  'manual.stop': 'change',
  'backup.done': 'change',
  'manual.move': 'change',
  'free.start': 'users',
  'free.suggest': 'users',
  'free.buy': 'users',
  'move.choose': 'change',
  'move.pick': 'change',
  'move.page': 'change',
  'move.start': 'change',
  'move.back': 'change',
  'move.refresh': 'change',
  'move.pause': 'change',
  'move.resume': 'change',
  'move.stop': 'change',
  'move.retry': 'change',
  'move.undo': 'change',
  'move.report': 'change',
  'move.left': 'change',
  'case.open': 'anybody',
  'case.show': 'case',
  'suggestion.take': 'case',
  'case.withdraw': 'case',
  'case.reopen': 'case',
  'case.take': 'agent',
  'case.takeover': 'agent',
  'case.give': 'agent',
  'case.ask': 'agent',
  'case.wait': 'agent',
  'case.goon': 'agent',
  'case.close': 'agent',
  'case.note': 'agent',
  'case.look': 'agent',
  'case.talk': 'agent',
  'desk.filter': 'agent',
  'desk.page': 'agent',
  'connect.link': 'anybody',
  'connect.end': 'anybody',
  'connect.keep': 'anybody',
};

const stepsWithPrices: readonly string[] = cardKinds
  .filter(({ asks, verbs }) => asks && verbs.some((verb) => needOfVerb[verb] === 'prices'))
  .map(({ id }) => id satisfies CardId);

/** @param step id of the step that waits */
export function needOfStep(step: string | undefined): Need {
  return step !== undefined && stepsWithPrices.includes(step) ? 'prices' : 'anybody';
}
