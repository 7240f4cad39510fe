/** The words by which numbers, licences, ways to pay, plans and consent are said, in all languages: nobody has to switch first. */

import type { AskingWords } from './askingWords.ts';
import type { Patterns } from './patterns.ts';
import en from './reading/en-US.json' with { type: 'json' };
import sv from './reading/sv-SE.json' with { type: 'json' };
import type { NumberWords } from './readingNumbers.ts';
import type { WayWords } from './readingWays.ts';

export interface ReadingWords extends AskingWords, NumberWords, WayWords {
  /** What is written as it is spoken, and how it is written else. */
  spoken: Record<string, string>;
  /** What is written short, and how it is written else, in a text of any language. */
  shorthand: Record<string, string>;
  /** Who passes on what somebody else said, what they do, and what stands for both. */
  reporters: string[];
  reportVerbs: string[];
  reportsAlone: string[];
  /** Who buys and says one of these wants what is not there yet: that is no upgrade. */
  buysAnew: string[];
  patterns: Patterns;
  /** Places in a list, counted from 1; -1 is the last. */
  places: Record<string, number>;
  placeWords: string[];
  /** What comes before one of these is no place in the list. */
  notPlaced: string[];
  /** A place after one of these is meant as one. */
  pointers: string[];
  /** With nothing but these, a number is a place. */
  placeFillers: string[];
  /** Who says one of these and names no plan wants something that is not ours to sell. */
  buys: string[];
  negations: string[];
  /** A negation reaches no further than to one of these. */
  clauseBreaks: string[];
  /** They sound like negations and are none. */
  noNegations: string[];
  /** How long and how often it is paid for is to stay as it is today. */
  sameTerms: string[];
  /** What parts of plan names are called besides, and what Microsoft calls them. */
  nicknames: Record<string, string>;
  /** A plan after one of these is only what another one is compared with. */
  comparedBefore: string[];
  /** A plan after one of these is refused: `we can't afford E5`. */
  refusedPlans: string[];
  /** After a plan and a mark, one of these refuses it: `Office 365 E5? Too dear.` */
  dismissals: string[];
  /** Between a plan and one of these families, it is a plan of that: `the E5 of Office`. */
  ofFamily: string[];
  /** An office with a name after one of these is a place. */
  ofPlaces: string[];
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
  /** A part of a text with one of these, beside a wish, forbids the order and not the wish. */
  ordersLater: string[];
  /** Such a part may begin with one of these. */
  besideWishes: string[];
  /** What stands behind a whole wish and begins with one of these may change it. */
  objections?: string[];
  /** With one of these it does not. */
  noObjectionsIn?: string[];
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
  /** A part of a text that begins with one of these says so too. */
  approvedBy: string[];
  /** With one of these it does not. */
  halfApproved: string[];
  /** A part of a text that is one of these says the same. */
  noObjections: string[];
  /** An approval may name the day on which it was given. */
  weekdays: string[];
  /** Or when it was. */
  approvedWhen: string[];
  /** May stand in it, and orders nothing by itself. */
  objects: string[];
  /** Beside a clear order, one of these may take it back, put it off or make it another one. */
  takesBack: string[];
  /** They give up what was wished before, and nothing else where a wish stands beside them. */
  changedMinds: string[];
  /** Beside an order, what begins with one of these may be a time to come. */
  atTimes: string[];
  /** Beside a yes to an order, what is said with one of these comes first. */
  beforeOrders: string[];
  /** With one of these, one says yes and no more. */
  assents: string[];
  /** What a short time is told in, beside an order. */
  shortTimes: string[];
  /** What joins an order to its reason. */
  reasonJoints: string[];
  /** Who says one of these wants to be sent something, and orders nothing. */
  sentToUs: string[];
  /** A clear yes may begin so, asked or not. */
  yourPart: string[];
  /** With one of these. */
  placesIt: string[];
  /** What says that all is well is made of these words alone. */
  content: string[];
  /** Beside that, one of these is in a clear yes. */
  placing: string[];
  /** One of these is in a clear yes. */
  orders: string[];
  /** How commands begin that are never ours, whatever number they tell. */
  neverOurs: string[];
  neverAbout: string[];
  /** Likewise, whatever plan they name: `delete 30 Premium licenses`. */
  neverOfPlans: string[];
  /** Who says one of these of a single licence means a user's. */
  handsOut: string[];
  /** How commands begin that are not ours to carry out. */
  refused: string[];
  /** How else commands are said: what stands anywhere in a short text, by the key of their phrases. */
  says: Record<string, string[]>;
  /** What stands above a name at the end of a letter. */
  signatures: string[];
  /** Who says one of these greets, and goes no step back. */
  returned: string[];
  /** They sound like giving up and are none. */
  notCancelled: string[];
  /** Before a language it is asked for. */
  languageAsks: string[];
  otherLanguages: string[];
  /** What Microsoft sells besides, and nobody upgrades to. */
  otherProducts: string[];
  /** What is wished follows from what was told before. */
  soWishes: string[];
  /** They wish, though they have the form of a question. */
  suggests: string[];
  /** A plan after one of these was thought of before another one. */
  considered: string[];
  /** A plan before one of these was so, too. */
  inMind: string[];
  /** They are known with two letters in the wrong order, the longer ones with one left out. */
  swapped: string[];
  /** At the end of what is no question for all its mark. */
  tags: string[];
  /** They stand for the plan that was named in a question before. */
  anaphora: string[];
  /** Who says one of these asks, even where `can we` begins and no mark ends. */
  strongDoubts: string[];
  /** Who says one of these tells what was done, and wishes nothing. */
  reports: string[];
  /** What is yearly or monthly besides a payment. */
  events: string[];
  /** Who says one of these and names a plan or an amount wishes it. */
  wishes: string[];
  /** A text with one of these is about licences or payment, whatever else is said in it. */
  anchors: string[];
  anchorParts: string[];
  /** Before a word that nothing reads, one of these is said of that. */
  attributes: string[];
  /** Said in passing, about no subject of its own: `fat fingers`. */
  chatter: string[];
  /** A text with one of these is likely so. */
  weakAnchors: string[];
  cheapest: string[];
  /** The plan that the list proposes. */
  recommended: string[];
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
