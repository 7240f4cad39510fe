/** The words by which numbers, licences, ways to pay, plans and consent are said, in all languages: nobody has to switch first. */

import type { Patterns } from './patterns.ts';
import en from './reading/en-US.json' with { type: 'json' };
import sv from './reading/sv-SE.json' with { type: 'json' };

export interface ReadingWords {
  /** What is written as it is spoken, and how it is written else. */
  spoken: Record<string, string>;
  /** Number words; what is put together of them (`tjugofem`, `thirty-five`) is known too. */
  numbers: Record<string, number>;
  patterns: Patterns;
  /** What may stand inside a number: `two hundred and five`. */
  numberJoints: string[];
  /** A number only before a word for licences: else an article. */
  single: string[];
  /** Places in a list, counted from 1; -1 is the last. */
  places: Record<string, number>;
  placeWords: string[];
  /** What comes before one of these is no place in the list. */
  notPlaced: string[];
  /** A place after one of these is meant as one. */
  pointers: string[];
  /** With nothing but these, a number is a place. */
  placeFillers: string[];
  licences: string[];
  /** What stands before a number of licences. */
  quantityBefore: string[];
  currencies: string[];
  /** A number of these is not one of licences. */
  otherUnits: string[];
  /** Months in each unit of time. */
  durations: Record<string, number>;
  /** A number after one of these is a name. */
  references: string[];
  /** A number after one of these is an hour. */
  clock: string[];
  /** A number of these is a share. */
  shares: string[];
  /** A number after one of these is what there is today. */
  owned: string[];
  /** It is none of today after one of `owned`, but how many people there are. */
  ourselves: string[];
  /** A number shortly before one of these is a house's. */
  streets: string[];
  /** Before a `2` that means `to`. */
  upgrades: string[];
  /** Who says one of these and names no plan wants something that is not ours to sell. */
  buys: string[];
  months: string[];
  dateBefore: string[];
  negations: string[];
  /** A negation reaches no further than to one of these. */
  clauseBreaks: string[];
  /** They sound like negations and are none. */
  noNegations: string[];
  /** A way to pay after one of these is ruled out. */
  ruledOutBefore: string[];
  /** A way to pay before one of these is ruled out. */
  ruledOutAfter: string[];
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
  /** What binds for a time. */
  commitments: string[];
  /** How often nobody sells. */
  oddWays: string[];
  /** A time after one of these is a point in time, and no term. */
  timeBefore: string[];
  timeAfter: string[];
  /** A duration beside one of these is a term. */
  termBefore: string[];
  termAfter: string[];
  /** How requests begin that have the form of a question, and wishes that begin like one. */
  requests: string[];
  /** They wish, wherever they stand in what only its mark makes a question. */
  wanting: string[];
  modals: string[];
  /** What is requested, besides what is wished. */
  requestVerbs: string[];
  /** Who may request after a modal. */
  speakers: string[];
  /** Who says one of these asks, and requests nothing. */
  doubts: string[];
  /** Who begins with one of these asks, unless one of the others follows: `funkar bra` does not. */
  asksFirst: string[];
  tellsAfter: string[];
  /** With one of these and one of the others behind it a wish begins whose person is left out: `ska ha 30`. */
  leftOut: string[];
  tellsSecond: string[];
  /** Who says one of these asks, whatever form it has. */
  indirect: string[];
  /** A question begins with one of these inside a text, after one of the joints. */
  partStarts: string[];
  partJoints: string[];
  /** A command begins with one of these inside a text, after an `and`. */
  partCommands: string[];
  /** May stand before such a question. */
  tellings: string[];
  /** What is said before a question while one thinks. */
  hesitations: string[];
  /** How a part of a sentence begins that says nothing without the other part. */
  conditions: string[];
  /** After a condition, one of these asks. */
  inversions: string[];
  /** What was said before one of these is taken back. */
  corrections: string[];
  /** A number before one of these is taken back. */
  tooManyOrFew: string[];
  /** A number after one of these is the result of those before it. */
  totals: string[];
  totalsAfter: string[];
  /** A number after one of these is what there is to be, and not a most. */
  changesTo: string[];
  vagueBefore: string[];
  vagueAfter: string[];
  /** A number before one of these stands for itself; before others it counts something unknown. */
  afterNumbers: string[];
  rangeWords: string[];
  fromWords: string[];
  moreAfter: string[];
  moreBefore: string[];
  fewerAfter: string[];
  fewerBefore: string[];
  /** A number after one of these is added to one before it. */
  plus: string[];
  /** Who says one of these of people may mean the people themselves. */
  removals: string[];
  removed: string[];
  /** Between one of `sourcesBefore` and one of these, a number is rather what there is today. */
  sources: string[];
  sourcesBefore: string[];
  /** A number between one of these and a word for now is what there is today. */
  owners: string[];
  /** With `by` behind them. */
  moreVerbs: string[];
  fewerVerbs: string[];
  /** With `up to` behind them, a number is what should be. */
  goalVerbs: string[];
  by: string[];
  /** `30 till` is 30 more before one of these, before a plan it is `30 to`. */
  afterTill: string[];
  /** One more of these is no licence. */
  uncounted: string[];
  /** Of people who come: as many licences more. */
  newcomers: string[];
  newcomersBefore: string[];
  newcomersAfter: string[];
  /** One licence before one of these is no number of them. */
  each: string[];
  /** May stand between a number and its unit. */
  newOnes: string[];
  /** So many times what is there. */
  timesAfter: string[];
  factors: Record<string, number>;
  /** They sound like factors and are none. */
  noFactors: string[];
  same: string[];
  /** How long and how often it is paid for is to stay as it is today. */
  sameTerms: string[];
  /** Another number, without saying which. */
  someMore: string[];
  all: string[];
  /** What may stand beside them where they are a number of licences. */
  aroundAll: string[];
  /** What parts of plan names are called besides, and what Microsoft calls them. */
  nicknames: Record<string, string>;
  /** A plan after one of these is only what another one is compared with. */
  comparedBefore: string[];
  /** The words that tell plans apart, sold here or not. */
  planWords: string[];
  /** Before the cheapest or the dearest: which one from that end. */
  positions: Record<string, number>;
  /** Before a plan: the next one in the list, and the one before it. */
  below: string[];
  above: string[];
  /** What is said before one of these is said more plainly after it. */
  thatIs: string[];
  /** The plan for businesses that is there besides the one of today. */
  biggerOne: string[];
  /** Who says one of these does not order yet. */
  hold: string[];
  /** Who denies one of these does not order yet. */
  goingOn: string[];
  /** Who denies something for now, with one of these, does not order yet. */
  yet: string[];
  /** Those of them that are said beside a wish as well: `30, but yearly`. */
  mayHold: string[];
  /** Who begins with one of these goes on with nothing. */
  stopsAt: string[];
  /** Who says one of these begins no upgrade. */
  postpones: string[];
  /** What a clear yes to an order is made of, and nothing else. */
  yes: string[];
  /** A part of a text that ends with one of these says that somebody agreed. */
  approved: string[];
  /** May stand in it, and orders nothing by itself. */
  objects: string[];
  /** One of these is in a clear yes. */
  orders: string[];
  /** How commands begin that are never ours, whatever number they tell. */
  neverOurs: string[];
  neverAbout: string[];
  /** Who says one of these of a single licence means a user's. */
  handsOut: string[];
  /** How commands begin that are not ours to carry out. */
  refused: string[];
  /** How else commands are said: what stands anywhere in a short text, by the key of their phrases. */
  says: Record<string, string[]>;
  /** They sound like giving up and are none. */
  notCancelled: string[];
  /** Before a language it is asked for. */
  languageAsks: string[];
  otherLanguages: string[];
  /** What Microsoft sells besides, and nobody upgrades to. */
  otherProducts: string[];
  /** Who says one of these and names a plan or an amount wishes it. */
  wishes: string[];
  /** A text with one of these is about licences or payment, whatever else is said in it. */
  anchors: string[];
  anchorParts: string[];
  /** Before a word that nothing reads, one of these is said of that. */
  attributes: string[];
  /** A text with one of these is likely so. */
  weakAnchors: string[];
  cheapest: string[];
  dearest: string[];
  other: string[];
}

function merged(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second)) return [...new Set([...first, ...second])];
  if (typeof first !== 'object' || typeof second !== 'object') return second ?? first;
  const all = { ...first } as Record<string, unknown>;
  for (const [name, words] of Object.entries(second ?? {})) {
    all[name] = typeof all[name] === 'object' ? merged(all[name], words) : words;
  }
  return all;
}

export const readingWords = merged(en, sv) as ReadingWords;
