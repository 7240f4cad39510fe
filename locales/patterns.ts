/** What is said in parts: patterns of groups of words. How they are written says `understanding/reading/patterns/patternOf.ts`. */
export interface Patterns {
  groups: Record<string, string[]>;
  /** Ways to pay, by the key of their phrases: `a+b` says both, `!a` rules one out. */
  ways: Record<string, string[]>;
  /** Several ways to pay of which none is taken. */
  open: string[];
  /** Something else comes first. */
  holds: string[];
  /** Commands, by the key of their phrases. */
  says: Record<string, string[]>;
  /** What is not ours. */
  refused: string[];
  /** No upgrade is to begin: `leave it all as it is until Monday`. */
  postpones: string[];
  /** Something is asked, whatever else is said: `nothing to order, just tell me the price`. */
  asks: string[];
  /** They sound like waiting and are none: `buy no more, the same 25`. */
  noHolds: string[];
  /** It hangs on something else, or on another day: `30, provided the price stays`. */
  depends: string[];
  /** Beside a plan: it is wished once somebody has agreed, or a day has come. */
  awaits?: string[];
  /** The same where the wish comes last, in the order of a question: `om chefen säger ja blir det E3`. */
  awaitsInverted?: string[];
  /** They sound like waiting for a day and tell what was: `after the merger we are 30`. */
  noAwaits?: string[];
  /** All that a purchase takes is said, but perhaps of something else: `a trial of Premium for 30, monthly`. */
  unsettles: string[];
  /** A number beside them may be of a part, of each of several or of what is owned: which is meant has to be asked. */
  partly?: string[];
  /** It speaks of a way to pay, whichever that is. */
  paying: string[];
  /** They sound like that and are none: `if possible`. */
  noDepends: string[];
  /** No pattern reaches over one of these. */
  betweenParts: string[];
}
