/** What the review shows, which is also what is bought. */

import type { ApprovalWhy } from '../../../commerce/checkout/approvalNeeded.ts';
import type { PaymentMethod } from '../../../commerce/model/account.ts';
import type { Money } from '../../../commerce/model/money.ts';
import type { OrderedAddOn } from '../../../commerce/model/orderedAddOn.ts';
import type { Quote } from '../../../commerce/model/quote.ts';

export interface ReviewView {
  sourceName: string;
  targetName: string;
  quote: Quote;
  /** Those of the quote, with their names. */
  addOns: (OrderedAddOn & { name: string })[];
  /** Absent where the ways to pay can't be seen. */
  payment?: PaymentMethod;
  /** Whether the order can be taken back as long as nothing was done for it. */
  takesBack: boolean;
  /** ISO day by which the invoice that shows the credit comes; absent where nothing is credited (R92). */
  creditInvoiceBy?: string;
  /** Business day by which a credit check should be decided, when there is one (R66). */
  creditCheckBy?: string;
  /**
   * A credit check for this subscription was declined: `again` when the order is paid the same way
   * once more, `avoided` when another method was chosen because of it.
   */
  declinedBefore?: 'again' | 'avoided';
  /** What all licences cost more a month than now; negative when less. Absent where that isn't known. */
  difference?: Money;
  /** Ids of features that users lose. */
  featuresLost: readonly string[];
  /** What the whole term costs, and the first day after it; absent for a single charge. */
  commitment?: { total: Money; until: string };
  timeZone: string;
  /** Why somebody else has to approve it; absent where who looks orders it. */
  approval?: ApprovalWhy;
}
