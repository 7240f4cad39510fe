/** Who may press what. Whoever types instead of pressing needs what the buttons of the waiting step need. */
import { type CardId, cardKinds, type Verb } from '../../cards/cards.ts';

/**
 * `prices`: not for who is known to have no right to see billing; a list price is no secret, so who
 * can't be looked up is not refused. `users`: for who has the right to see users. `order`, `change`: for
 * who may see that order or that change by hand; `case`: for who may see that case;
 * `approval`: for who sees billing, and decided by who may buy and did not ask; `agent`: for agents of the
 * support desk, and of a case for those who serve its tenant; taking an order back needs the right to buy besides,
 * as placing one does, and moving users, or taking their licences, that to assign them. `anybody`: of the tenant.
 * All but the first are looked up where the thing itself is.
 */
export type Need =
  | 'anybody'
  | 'prices'
  | 'users'
  | 'order'
  | 'change'
  | 'case'
  | 'approval'
  | 'agent';

/**
 * Agents of the tenant: `never`, where it orders, moves, chooses, ends or begins something of the customer's, which
 * their own people do, on whatever card and whatever role the agent has there; in words agents lack the rights for
 * it. `too`, where it only shows something, leads on, tells the agent alone, or is the desk's own work.
 */
type ForAgents = 'never' | 'too';

const access: Readonly<Record<Verb, readonly [Need, ForAgents]>> = {
  'upgrade.start': ['anybody', 'too'],
  'status.show': ['anybody', 'too'],
  'manual.start': ['anybody', 'too'],
  'support.request': ['anybody', 'too'],
  'help.show': ['anybody', 'too'],
  'answer.back': ['anybody', 'too'],
  'reading.choose': ['anybody', 'too'],
  'product.choose': ['anybody', 'too'],
  'product.page': ['anybody', 'too'],
  'diagnosis.recheck': ['anybody', 'too'],
  'diagnosis.watch': ['anybody', 'too'],
  'diagnosis.list': ['users', 'too'],
  'plan.choose': ['prices', 'too'],
  'plan.compare': ['prices', 'too'],
  'plan.page': ['prices', 'too'],
  'plan.back': ['prices', 'too'],
  'configure.submit': ['prices', 'never'],
  'purchase.check': ['prices', 'never'],
  'purchase.wait': ['prices', 'never'],
  'forfeit.accept': ['prices', 'never'],
  'forfeit.wait': ['prices', 'never'],
  'review.change': ['prices', 'too'],
  'review.update': ['prices', 'never'],
  'approval.prepare': ['anybody', 'never'],
  'approval.send': ['prices', 'never'],
  'approval.show': ['approval', 'too'],
  'approval.approve': ['approval', 'never'],
  'approval.return': ['approval', 'never'],
  'approval.withdraw': ['approval', 'never'],
  'review.back': ['prices', 'too'],
  'order.place': ['prices', 'never'],
  'order.abandon': ['anybody', 'too'],
  'order.refresh': ['order', 'too'],
  'order.withdraw': ['order', 'never'],
  'order.list': ['order', 'too'],
  'order.page': ['order', 'never'],
  'purchase.placed': ['order', 'never'],
  'purchase.instead': ['order', 'never'],
  'notice.mute': ['order', 'never'],
  'watch.stop': ['anybody', 'never'],
  'manual.choose': ['anybody', 'too'],
  'manual.page': ['anybody', 'too'],
  'manual.other': ['anybody', 'too'],
  'manual.begin': ['anybody', 'never'],
  'manual.back': ['anybody', 'too'],
  'manual.done': ['change', 'never'],
  'manual.next': ['change', 'never'],
  'manual.leave': ['change', 'never'],
  'manual.fewer': ['change', 'never'],
  'manual.stop': ['change', 'never'],
  'backup.done': ['change', 'never'],
  'manual.move': ['change', 'never'],
  'free.start': ['users', 'never'],
  'free.suggest': ['users', 'never'],
  'free.buy': ['users', 'never'],
  'move.choose': ['change', 'never'],
  'move.pick': ['change', 'never'],
  'move.page': ['change', 'too'],
  'move.start': ['change', 'never'],
  'move.back': ['change', 'never'],
  'move.refresh': ['change', 'too'],
  'move.pause': ['change', 'never'],
  'move.resume': ['change', 'never'],
  'move.stop': ['change', 'never'],
  'move.retry': ['change', 'never'],
  'move.undo': ['change', 'never'],
  'move.report': ['change', 'too'],
  'move.left': ['change', 'too'],
  'case.open': ['anybody', 'too'],
  'case.show': ['case', 'too'],
  'suggestion.take': ['case', 'never'],
  'case.share': ['case', 'never'],
  'case.keep': ['case', 'never'],
  'case.withdraw': ['case', 'never'],
  'case.reopen': ['case', 'never'],
  'case.take': ['agent', 'too'],
  'case.takeover': ['agent', 'too'],
  'case.give': ['agent', 'too'],
  'case.ask': ['agent', 'too'],
  'case.wait': ['agent', 'too'],
  'case.goon': ['agent', 'too'],
  'case.close': ['agent', 'too'],
  'case.note': ['agent', 'too'],
  'case.look': ['agent', 'too'],
  'case.talk': ['agent', 'too'],
  'case.guide': ['agent', 'too'],
  'guide.article': ['agent', 'too'],
  'guide.check': ['agent', 'too'],
  'guide.order': ['agent', 'too'],
  'guide.licences': ['agent', 'too'],
  'guide.diagnosis': ['agent', 'too'],
  'desk.filter': ['agent', 'too'],
  'desk.page': ['agent', 'too'],
  'connect.link': ['anybody', 'never'],
  'connect.end': ['anybody', 'never'],
  'connect.keep': ['anybody', 'too'],
};

export function needOfVerb(verb: Verb): Need {
  return access[verb][0];
}

export function isNeverForAgents(verb: Verb): boolean {
  return access[verb][1] === 'never';
}

const stepsWithPrices: readonly string[] = cardKinds
  .filter(({ asks, verbs }) => asks && verbs.some((verb) => needOfVerb(verb) === 'prices'))
  .map(({ id }) => id satisfies CardId);

/** @param step id of the step that waits */
export function needOfStep(step: string | undefined): Need {
  return step !== undefined && stepsWithPrices.includes(step) ? 'prices' : 'anybody';
}
