/** Figures that Microsoft or this house may change: one place, each with the rule it rests on. */
import type { Agreement } from './account.ts';
import type { Plan } from './plan.ts';
import type { PurchaseTime } from './purchase/adminPurchase.ts';
import type { BillingCycle, Term } from './terms.ts';

/** Most seats that a tenant may have of a Business-family plan (R45). */
export const familySeatCaps: Partial<Record<Plan['family'], number>> = { business: 300 };

/**
 * What a seat cap counts: all plans of the family together, which is the clearest reading found, or
 * each plan for itself, as older partner statements have it (R45).
 */
export type SeatCapScope = 'family' | 'plan';
export const seatCapScope: SeatCapScope = 'family';

/** How long a quote may be placed, in minutes of the tenant's time. */
export const quoteLifetimeMinutes = 30;

interface ChargeFactor {
  /** Months that one charge covers. */
  months: number;
  /** Percent of the list price (one-year term, paid yearly). */
  percent: number;
}

/**
 * What one charge costs, measured by the list price (R55: a monthly term is 20 % dearer, a longer
 * term billed monthly 5 %). A combination that is absent isn't sold (R53).
 */
export const chargeFactors: Record<Term, Partial<Record<BillingCycle, ChargeFactor>>> = {
  P1M: { monthly: { months: 1, percent: 120 } },
  P1Y: { annual: { months: 12, percent: 100 }, monthly: { months: 1, percent: 105 } },
  P3Y: {
    triennial: { months: 36, percent: 100 },
    annual: { months: 12, percent: 100 },
    monthly: { months: 1, percent: 105 },
  },
};

const monthsOfTerm: Record<Term, number> = { P1M: 1, P1Y: 12, P3Y: 36 };

/** How many charges a term has; 0 for a combination that isn't sold. */
export function chargesIn(term: Term, billing: BillingCycle): number {
  const factor = chargeFactors[term][billing];
  return factor ? monthsOfTerm[term] / factor.months : 0;
}

/** How long a link to consent holds, in minutes of real time. */
export const consentMinutes = 30;

/** How long a link to the page of an order holds, in minutes of real time. */
export const orderPageMinutes = 30;

/** How long a watch lasts, in days of the tenant's time. */
export const watchDays = 14;

/** How often a watch looks again, in minutes of real time. */
export const watchIntervalMinutes = 15;

/**
 * Licences assigned to users from which on the automatic path is closed (R37). An old rule of the
 * older agreement alone; the newer one has no such limit.
 */
export const assignedCaps: Partial<Record<Agreement, number>> = { MOSA: 3000 };

/** Business days within which a credit check is usually decided (R26, R66). */
export const creditCheckDays = 2;

/** Minutes after which an upgrade that runs is worth another look (R75). */
export const upgradeRecheckMinutes = 10;

/**
 * Until an order that runs is looked at again, when the service does not say: a share of the time
 * that it has run, within these bounds; after an hour, when the usual time is over, seldom (R75).
 */
export const pollIntervals = {
  share: 0.1,
  shortestSeconds: 15,
  longestSeconds: 5 * 60,
  afterAnHourSeconds: 15 * 60,
};

/** Seconds until an order is looked at again that is not ready to be placed. */
export const notReadySeconds = 1;

/** Minutes after which an upgrade takes longer than is announced (R75). */
export const slowAfterMinutes = 60;

/** Minutes after which an upgrade that takes too long is a case for support (R75). */
export const stuckAfterMinutes = 24 * 60;

/** Seconds within which a service has answered those who work unasked, or is taken for unavailable. */
export const serviceAnswerSeconds = 20;

/**
 * The same while a person waits. Services answer within a second or two; Teams gives up some presses
 * after five, and delivers everything again after fifteen, by when even three calls in a row are over.
 */
export const serviceAnswerSecondsInTurn = 3;

/**
 * Minutes after which an attempt to place an order whose answer never came can be trusted not to
 * take effect any more.
 */
export const placingSettlesMinutes = 2;

/** "A few hours": until services that are set up or disturbed are worth another look (R25). */
export const serviceRecheckHours = 3;

/** Hours from the first attempt until a temporary refusal may be over (R33). */
export const temporaryRefusalHours = 1;

/** Hours after which an attempt is forgotten: a refusal later than that is a new one (R33, R82). */
export const firstAttemptHours = 24;

/** Calls to place an order after which a service whose answers can't be read is left alone. */
export const unreadableAttempts = 5;

/** Licences up to which a subscription of the older agreement can be cancelled online (R115). */
export const onlineCancelSeats = 25;

/** Days after its start or renewal in which a subscription of the newer agreement is refunded (R115). */
export const refundWindowDays = 7;

/** Days for which users can go on with a subscription that has ended (R123, R124). */
export const usableAfterEndDays = 30;

/** Days within which the invoice with the credit for the old plan comes (R92). */
export const creditInvoiceDays = 30;

/** Licences that an application may change in one tenant in so many seconds (Graph's limit for writes). */
export const directoryWrites = { calls: 3000, seconds: 150 };

/** Days without a sign-in after which somebody is suggested as the first to do without a licence. */
export const awayDays = { long: 90, some: 30 };

/** Names and ids of users that one selection may list; all, or a department, has no such limit. */
export const mostListedUsers = 5000;

/**
 * How often the directory is read again until everybody is seen moved, and the minutes in between: it
 * may be that far behind.
 */
export const moveVerification = { looks: 3, minutes: 5 };

/**
 * How often, and after how many seconds, it is looked whether the directory counts the licences that were
 * taken as free: each user is shown at once, how many there are some minutes late.
 */
export const countLooks = { most: 10, seconds: 60 };

/** Seconds until it is asked again whether an upgrade is over. */
export const upgradeLookSeconds = 30;

/** Seconds for which a worker goes on with one move before others have their turn. */
export const moveStepSeconds = 4;

/**
 * How a plan that somebody has bought is looked for: what was bought shows 2 to 20 minutes later, a credit
 * check takes days (R110, R117). Intervals in minutes of real time, the rest in the tenant's.
 */
export const arrivalPatience = {
  everyMinutes: 2,
  usualMinutes: 30,
  thenEveryMinutes: 15,
  days: 14,
};

/** Hours of the tenant's time for which a purchase in the admin center is waited for, as its admin chose. */
export const purchaseHours: Record<PurchaseTime, number> = { hour: 1, day: 24, week: 7 * 24 };

/** The same at least, once somebody has said that it is placed: a credit check takes two business days (R71). */
export const purchaseShowsHours = 72;

/** Hours for an answer to the question whether it has been bought. */
export const purchaseAnswerHours = 24;

/** Minutes by which a directory may be late: what was bought, or moved, shows by then (R117). */
export const directoryLagMinutes = 20;

/** Hours without any change after which a purchase that is not through counts as being as it shall be. */
export const purchaseRestHours = 24;

/** When the support desk is there, on business days (R135: Monday to Friday, 6 to 17 Pacific time). */
export const supportHours = {
  timeZone: 'America/Los_Angeles',
  country: 'US',
  from: '06:00',
  to: '17:00',
};

/** Hours of the desk within which a new case is seen to, and after which the desk is reminded again. */
export const caseAnswerHours = 4;

/** Hours of the desk after which it is reminded of a case that waits for somebody else. */
export const caseWaitHours = 22;

/** Minutes for which the file of a case follows the customer where an agent looks at it. */
export const caseLiveMinutes = 60;

/** Seconds within which an agent sends a customer the same thing once, however often it was pressed. */
export const pushPause = 60;

/** Days of the tenant's time for which a case that is over can be opened again. */
export const caseReopenDays = 7;

/** Days of the tenant's time for which an order waits for approval. Its price is looked up anew meanwhile. */
export const approvalDays = 7;

/** Seconds after which an approval that was begun and not heard of again is looked at. */
export const approvingSeconds = 60;
