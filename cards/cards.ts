/** All cards there are, and their verbs. */
import { answerCardKind } from './answers/answerCard.ts';
import { approvalCardKind } from './approval/approvalCard.ts';
import { allowLicencesCardKind } from './connect/allowLicencesCard.ts';
import { connectCardKind } from './connect/connectCard.ts';
import { disconnectCardKind } from './connect/disconnectCard.ts';
import type { CardKind } from './kit/cardKind.ts';
import { backupCardKind } from './manualChange/backupCard.ts';
import { changeFromCardKind } from './manualChange/changeFromCard.ts';
import { changePlanCardKind } from './manualChange/changePlanCard.ts';
import { changeToCardKind } from './manualChange/changeToCard.ts';
import { checklistCardKind } from './manualChange/checklistCard.ts';
import { addLicencesCardKind } from './manualChange/freeUp/addLicencesCard.ts';
import { freeUsersCardKind } from './manualChange/freeUp/freeUsersCard.ts';
import { moveCardKind } from './manualChange/moveCard.ts';
import { movePlanCardKind } from './manualChange/movePlanCard.ts';
import { moveUsersCardKind } from './manualChange/moveUsersCard.ts';
import { noticeCardKind } from './orders/noticeCard.ts';
import { orderCardKind } from './orders/orderCard.ts';
import { statusCardKind } from './orders/statusCard.ts';
import { homeCardKind } from './root/homeCard.ts';
import { readingsCardKind } from './root/readingsCard.ts';
import { askCardKind } from './support/askCard.ts';
import { caseCardKind } from './support/caseCard.ts';
import { deskCardKind } from './support/deskCard.ts';
import { guideCardKind } from './support/guideCard.ts';
import { messageCardKind } from './support/messageCard.ts';
import { myCaseCardKind } from './support/myCaseCard.ts';
import { adminCenterCardKind } from './upgrade/adminCenterCard.ts';
import { comparisonCardKind } from './upgrade/comparisonCard.ts';
import { configureCardKind } from './upgrade/configureCard.ts';
import { diagnosisCardKind } from './upgrade/diagnosisCard.ts';
import { forfeitCardKind } from './upgrade/forfeitCard.ts';
import { plansCardKind } from './upgrade/plansCard.ts';
import { productsCardKind } from './upgrade/productsCard.ts';
import { changeItemsCardKind } from './upgrade/review/changeItemsCard.ts';
import { changePaymentCardKind } from './upgrade/review/changePaymentCard.ts';
import { changeSoldToCardKind } from './upgrade/review/changeSoldToCard.ts';
import { reviewCardKind } from './upgrade/review/reviewCard.ts';

const kinds = [
  homeCardKind,
  readingsCardKind,
  productsCardKind,
  diagnosisCardKind,
  plansCardKind,
  comparisonCardKind,
  configureCardKind,
  adminCenterCardKind,
  forfeitCardKind,
  reviewCardKind,
  changeSoldToCardKind,
  changePaymentCardKind,
  changeItemsCardKind,
  orderCardKind,
  noticeCardKind,
  statusCardKind,
  changeFromCardKind,
  changeToCardKind,
  changePlanCardKind,
  checklistCardKind,
  backupCardKind,
  moveUsersCardKind,
  freeUsersCardKind,
  addLicencesCardKind,
  movePlanCardKind,
  moveCardKind,
  myCaseCardKind,
  caseCardKind,
  guideCardKind,
  askCardKind,
  deskCardKind,
  messageCardKind,
  approvalCardKind,
  answerCardKind,
  connectCardKind,
  allowLicencesCardKind,
  disconnectCardKind,
] as const;

type Kind = (typeof kinds)[number];
export type CardId = Kind['id'];
export type Verb = Kind['verbs'][number];

export const cardKinds: readonly CardKind<CardId, Verb>[] = kinds;
export const verbsOfCard = Object.fromEntries(kinds.map(({ id, verbs }) => [id, verbs])) as {
  readonly [One in Kind as One['id']]: One['verbs'];
};
export const verbs: readonly Verb[] = [...new Set(cardKinds.flatMap((kind) => kind.verbs))];
/** Cards that are the question of a step. */
export const stepCards: readonly CardId[] = cardKinds.flatMap(({ id, asks }) => (asks ? [id] : []));
/** Cards that are for a chat of one person only, and why. */
export const privateCards: ReadonlyMap<string, 'prices' | 'users'> = new Map(
  cardKinds.flatMap(({ id, private: why }) => (why ? [[id, why]] : [])),
);
/** After a press the next question takes their place. */
export const cardsThatGiveWay: readonly CardId[] = cardKinds.flatMap(({ id, givesWay }) =>
  givesWay ? [id] : [],
);
/** Their choice is a page, not one of the things that a card offered. */
export const pageVerbs: readonly Verb[] = cardKinds.flatMap(({ pageVerb }) => pageVerb ?? []);
