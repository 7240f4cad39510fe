/** The words by which questions are told from requests, wishes and tales, and where they begin. */
export interface AskingWords {
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
  /** They begin like questions and are none. */
  asksNot: string[];
  /** Two words suffice with one of these, where a number follows. */
  reasons: string[];
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
  /** Those of them that tell as well what is to be then, where a plan is named. */
  tellsUnder: string[];
}
