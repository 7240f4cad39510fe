/** What each card shows: the data of the business, chosen and paged, not yet in any language. */

import type { Comparison } from '../commerce/catalog/targets.ts';
import type { Address, Agreement, PaymentMethod } from '../commerce/model/account.ts';
import type { Money } from '../commerce/model/money.ts';
import type { NoticeKind, Order } from '../commerce/model/order.ts';
import type { OrderedAddOn } from '../commerce/model/orderedAddOn.ts';
import type { Plan } from '../commerce/model/plan.ts';
import type { Quote } from '../commerce/model/quote.ts';
import type { Reason, ReasonCode, ReasonValue } from '../commerce/model/reason.ts';
import type { Subscription } from '../commerce/model/subscription.ts';
import type { BillingCycle, PurchaseTerms, Term } from '../commerce/model/terms.ts';
import type { Warning } from '../commerce/model/warning.ts';
import type { Watch } from '../commerce/model/watch.ts';
import type { ArticleLink } from '../locales/articles.ts';

/** So many fit on a card that stays under 20 KB with the longest names. */
export const itemsPerPage = 5;

/** `choice` is what the button sends back; the server-side row says which choices are open. */
export interface Paged<Item> {
  /** At most `itemsPerPage`. */
  items: (Item & { choice: string })[];
  /** 1-based. */
  page: number;
  pages: number;
}

export interface HomeView {
  organisation: string;
  /** Upgrades that are under way. */
  openOrders: number;
}

export interface ProductsView
  extends Paged<{
    planName: string;
    subscription: Subscription;
    /** Whether there are other subscriptions of the same product. */
    shared: boolean;
  }> {
  /** ISO instant and IANA zone of the 'as of' line; likewise in the other views. */
  asOf: string;
  timeZone: string;
}

export interface DiagnosisView {
  planName: string;
  /** At least one; with none there is nothing to diagnose. */
  reasons: Reason[];
  /** After a re-check: what is gone and what is new since the last look. */
  changes?: { gone: ReasonCode[]; added: ReasonCode[] };
  /** What doesn't stop the upgrade but should be known. */
  warnings: Warning[];
  /** Decides who may do what. */
  agreement: Agreement;
  /** Whether there are more users than a reason names, so that a list is worth asking for. */
  userList: boolean;
  asOf: string;
  timeZone: string;
}

export interface PlanItem {
  plan: Plan;
  comparison: Comparison;
  /** Price per licence and month, and the terms it is for: those of today where they are sold. */
  perLicence: Money;
  terms: PurchaseTerms;
  /** The same for all licences. */
  total: Money;
  assumedPrice: boolean;
}

export interface PlansView extends Paged<PlanItem> {
  sourceName: string;
  /** What the present plan costs per licence and month. */
  today?: Money;
  quantity: number;
  /** Offered plans that the seat cap closes (R45). */
  cappedNames: string[];
}

export interface ComparisonView {
  sourceName: string;
  /** Two or three plans of the plans card, each compared with the source. */
  items: (PlanItem & { choice: string })[];
}

/** What was wrong with the last answer: key of the sentence, and its values as they are. */
export interface Problem {
  key: string;
  values: Record<string, ReasonValue>;
}

export interface ConfigureView {
  sourceName: string;
  targetName: string;
  /** Fewest licences that the automatic path takes (R51, R52); the default too. */
  minimum: number;
  maximum?: number;
  /** Price per licence for one charge period, for each way to buy. */
  options: (PurchaseTerms & { price: Money; assumed: boolean })[];
  quantity: number;
  term: Term;
  billing: BillingCycle;
  problem?: Problem;
}

export interface ForfeitView {
  sourceName: string;
  targetName: string;
  /** With a forfeit (R94). */
  quote: Quote;
  timeZone: string;
}

export interface ReviewView {
  sourceName: string;
  targetName: string;
  quote: Quote;
  /** Those of the quote, with their names. */
  addOns: (OrderedAddOn & { name: string })[];
  payment: PaymentMethod;
  /** Business day by which a credit check should be decided, when there is one (R66). */
  creditCheckBy?: string;
  /**
   * A credit check for this subscription was declined: `again` when the order is paid the same way
   * once more, `avoided` when another method was chosen because of it.
   */
  declinedBefore?: 'again' | 'avoided';
  /** Ids of features that users lose. */
  featuresLost: readonly string[];
  /** What the whole term costs, and the first day after it; absent for a single charge. */
  commitment?: { total: Money; until: string };
  timeZone: string;
}

export interface ChangeSoldToView {
  soldTo: Address;
  problem?: Problem;
}

export interface ChangePaymentView {
  /** `declined`: a credit check has turned it down for this subscription. */
  methods: (PaymentMethod & { usable: boolean; declined: boolean })[];
  chosen: string;
  /** Invoice is open from this first charge on (R59). */
  invoiceFrom: Money;
}

/** The same questions as `configure`, asked again from the review. */
export type ChangeItemsView = ConfigureView;

export interface OrderView {
  order: Order;
  sourceName: string;
  targetName: string;
  asOf: string;
  timeZone: string;
}

export interface NoticeView {
  kind: NoticeKind;
  order: Order;
  sourceName: string;
  targetName: string;
  timeZone: string;
}

/** Something that is waited for, with the names of what it is about. */
export interface WatchView {
  watch: Watch;
  sourceName: string;
  /** With a reminder: the plan that the subscription is to become. */
  targetName?: string;
}

export interface StatusView {
  /** Newest first, at most five; `choice` is the order's id. */
  orders: { order: Order; sourceName: string; targetName: string }[];
  /** Open ones, newest first, at most five; `choice` is the watch's id. */
  watches: WatchView[];
  asOf: string;
  timeZone: string;
}

/** Help, the manual path, support: text with steps and links. Keys lie under `answers.<id>`. */
export interface AnswerView {
  id: 'help' | 'manual' | 'support';
  /** Given to support: reason codes or the order's reference. */
  references: string[];
  /** Whether there is a place to go back to. */
  back: boolean;
}

/** An answer to a question, already in the reader's language. */
export interface ArticleView extends Told {
  /** Whether there is a place to go back to. */
  back: boolean;
}

export interface Told {
  title: string;
  paragraphs: string[];
  /** Done one after the other; `notes` follow them. */
  steps?: string[] | undefined;
  notes?: string[] | undefined;
  links?: readonly ArticleLink[];
  /** Of our own article; stands in small print. */
  slug?: string;
}

/** The terminal form of any card: what was asked and what was answered, without buttons. */
export interface ClosedView {
  title: string;
  outcome: string;
}
