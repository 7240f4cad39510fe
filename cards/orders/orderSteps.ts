/** The way of an order, step by step, and how far it has come. */
import { isFinal, type Order } from '../../commerce/model/order.ts';

type Step =
  | 'awaitingPurchase'
  | 'placed'
  | 'creditCheck'
  | 'provisioning'
  | 'reassigning'
  | 'cancellingOld'
  | 'completed';

/** `partly`: done for most users, not for all. `stopped`: the order ended here. */
type Mark = 'done' | 'partly' | 'now' | 'ahead' | 'stopped';

const way: readonly Step[] = [
  'awaitingPurchase',
  'placed',
  'creditCheck',
  'provisioning',
  'reassigning',
  'cancellingOld',
  'completed',
];

/** The credit check is a step only of an order that came to it (R65); what an admin orders elsewhere is placed there. */
export function orderSteps(order: Order): { step: Step; mark: Mark }[] {
  const checked =
    order.state === 'creditCheck' || order.audit.some(({ to }) => to === 'creditCheck');
  const others = order.purchase ? ['placed'] : ['awaitingPurchase'];
  const steps = way.filter((step) => (step !== 'creditCheck' || checked) && !others.includes(step));
  const reached = steps.indexOf(reachedStep(order));
  return steps.map((step, index) => ({ step, mark: markOf(order, step, index - reached) }));
}

function reachedStep({ state, audit, purchase }: Order): Step {
  if (state === 'completed' || state === 'completedWithUserErrors') return 'completed';
  const last = isFinal({ state }) ? audit.findLast(({ to }) => to === state)?.from : state;
  return way.find((step) => step === last) ?? (purchase ? 'awaitingPurchase' : 'placed');
}

function markOf({ state, users }: Order, step: Step, distance: number): Mark {
  if (distance > 0) return 'ahead';
  const someLeft = state === 'completedWithUserErrors' || users.failures.length > 0;
  if (someLeft && step === 'reassigning') return 'partly';
  if (distance < 0 || step === 'completed') return 'done';
  return isFinal({ state }) ? 'stopped' : 'now';
}
