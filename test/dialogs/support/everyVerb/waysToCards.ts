/** How each card comes to be before somebody: the texts that lead to it, in a tenant of their own. */
import type { CardId } from '../../../../cards/cards.ts';

const toPlans = ['upgrade'];
const toConfigure = [...toPlans, 'business premium'];
const toReview = [...toConfigure, 'next'];
const toAsked = [
  'role billing-account-owner',
  'upgrade',
  'ask for approval',
  'business premium',
  'next',
  'ask for approval',
];
const toOrder = ['scenario credit-check', ...toReview, 'place order'];
const toChange = ['manual', 'business premium'];
const toChecklist = [...toChange, 'begin'];
const toFree = ['scenario license-conflict', 'free up licenses'];
const toDryRun = [...toFree, 'suggest', 'next'];

/** What is typed, one after the other; the last card of that kind is the one that is pressed. */
export const waysToCards: Partial<Record<CardId, readonly string[]>> = {
  home: ['hello'],
  approval: [...toAsked, 'approvals'],
  answer: ['help'],
  readings: ['the order thing'],
  products: ['scenario many-products', 'upgrade'],
  diagnosis: ['scenario license-conflict', 'upgrade'],
  plans: toPlans,
  comparison: [...toPlans, 'compare business premium and e3'],
  configure: toConfigure,
  forfeit: ['scenario prepaid-forfeit', ...toConfigure, 'month to month'],
  review: toReview,
  'change-items': [...toReview, 'change items'],
  'change-soldto': [...toReview, 'change address'],
  'change-payment': [...toReview, 'change payment'],
  order: toOrder,
  notice: toOrder,
  status: [...toOrder, 'status'],
  'change-from': ['scenario many-products', 'manual'],
  'change-to': ['manual'],
  'change-plan': toChange,
  'manual-change': toChecklist,
  backup: ['manual', 'office 365 e1', 'begin', 'backup'],
  'move-users': [...toChecklist, 'move them'],
  'free-users': toFree,
  'add-licences': [...toFree, 'add licenses'],
  'move-plan': toDryRun,
  move: [...toDryRun, 'take the licenses'],
  'my-case': ['open a case'],
};

/** The desk's own, in the chat of an agent to whose customer a case belongs. */
export const deskCards = ['case', 'desk', 'guide'] as const satisfies CardId[];

/** What an agent asks of a customer, whose case it is. */
export const askedCards = ['case-ask'] as const satisfies CardId[];

/** Nobody comes to these in a simulated tenant. */
export const notSimulated = [
  'connect',
  'disconnect',
  'allow-licences',
  'admin-center',
] as const satisfies CardId[];
