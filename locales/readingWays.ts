/** The words around ways to pay: what rules one out, what binds, what sets free. */
export interface WayWords {
  /** A way to pay after one of these is ruled out. */
  ruledOutBefore: string[];
  /** A way to pay before one of these is ruled out. */
  ruledOutAfter: string[];
  /** Likewise shortly before it. */
  refusals: string[];
  /** Likewise behind it after a comma. */
  never: string[];
  /** Who says one of these takes no way to pay that is named. */
  unsureYet: string[];
  /** Who says one of these and names several ways to pay takes none of them. */
  undecided: string[];
  /** Between two ways to pay, one of these takes neither: `monthly, then yearly`. */
  thenWords: string[];
  /** Where something else comes first, with one of these. */
  atFirst: string[];
  /** With a word for now, how it is paid today. */
  paysNow: string[];
  nowWords: string[];
  /** Who says one of these shortly before one of `atWill` is to be bound by nothing. */
  leaving: string[];
  leavingFillers: string[];
  atWill: string[];
  /** Likewise who denies one of these, or is `unwilling` to them, unless it is `unsettled`. */
  bound: string[];
  unwilling: string[];
  unsettled: string[];
  /** Who pays each month and says one of these may want to be bound by nothing. */
  freely: string[];
  /** They look like a slip of another word and are words. */
  noSlips: string[];
  /** What binds for a time. */
  commitments: string[];
  /** How often nobody sells. */
  oddWays: string[];
  /** A time after one of these is a point in time, and no term. */
  timeBefore: string[];
  timeAfter: string[];
  /** A way to pay that ends so is a point in time. */
  moments: string[];
  /** Who says one of these before a time tells of something else. */
  tales: string[];
  /** Who is to pay so, with one of `paysBy`, and is bound for a time, pays each month. */
  rhythms: string[];
  paysBy: string[];
  /** May stand between a way to pay and what rules it out. */
  wayNouns: string[];
  /** A duration beside one of these is a term. */
  termBefore: string[];
  termAfter: string[];
}
