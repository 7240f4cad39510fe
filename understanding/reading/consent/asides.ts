/** A clear order with a reason or small talk beside it: `yes, buy it, dad is nodding`. */
import { readingWords } from '../../../locales/reading.ts';
import { beginsAsQuestion } from '../asking.ts';
import { anyOf, anyStandsIn, endsWith, paddedForSearch, startsWith } from '../lexicon.ts';
import { normalise } from '../normalise.ts';
import { speaksOfPlan } from '../plans.ts';
import { isSaidByAnother, unreported } from '../quotations.ts';
import { waysIn } from '../termWords.ts';
import { withoutApprovals } from './approvals.ts';
import { consentIn, holds } from './consent.ts';

const { conditions, corrections, halfApproved, laterOn, months, negations, weekdays } =
  readingWords;
const { content, hold, placing, assents, noObjections, reasonJoints, shortTimes, takesBack } =
  readingWords;
/** Words: who tells more beside an order may tell anything. */
const longestAside = 14;

/** `så fort` and `so long as` set a condition. */
const joint = new RegExp(
  `(?:^|\\s+)(?:${anyOf(reasonJoints)}),?\\s+(?!(?:fort|snart|länge|long|soon|far)(?!\\p{L}))`,
  'u',
);
const clauseEnd = /\s*[,;:!…\p{Extended_Pictographic}]+\s*|\s*\.+(?:\s+|$)|\s+[-–—]+\s+/u;
const theNumber = new RegExp(
  `(?<=\\p{L} )the \\d{1,5}(?: (?:${anyOf(readingWords.licences)}))?(?= |$)`,
  'u',
);

/** Whatever of these is said beside a wish may put it off or make it another one. */
const doubtful = [
  ...new Set([...halfApproved, ...hold, ...negations, ...laterOn, ...weekdays, ...months]),
];
/** Beside an order, it may also take that back. */
const doubtfulOfOrders = [...doubtful, ...takesBack];
const begins = [...new Set([...conditions, ...corrections, ...readingWords.atTimes])];
/** What orders, and says more than yes. */
const sayingSo = [...placing, ...readingWords.orders].filter((words) => !assents.includes(words));
const contentWords = new Set(content);

/**
 * @param text as typed. @param saysNumber whether a number in it was read as one of licences: then it is compared with
 * what is ordered before that is. @returns whether one part of it orders in so many words, and no other part says more
 * than why
 */
export function ordersBesideAsides(text: string, saysNumber: boolean): boolean {
  const isAsked = text.trimEnd().endsWith('?');
  if (isAsked || speaksOfPlan(text) || passesOn(text)) return false;
  const plain = withoutApprovals(normalise(text));
  const said = saysNumber ? plain.replace(theNumber, 'it') : plain;
  const clauses = clausesOf(said);
  const others = clauses.filter((clause) => !ordersPlainly(clause));
  const isHarmless = (clause: string): boolean =>
    (saysNumber && echoes(clause)) ||
    consentIn(clause) !== undefined ||
    isAside(clause, doubtfulOfOrders);
  return others.length < clauses.length && others.every(isHarmless);
}

/**
 * @param text as typed. @returns it without what tells only why: `double it, merging with the other clinic`; the whole of
 * it where nothing else would be left
 */
export function withoutAsides(text: string): string {
  const clauses = clausesOf(normalise(text));
  const left = clauses.filter((clause) => speaksOfPlan(clause) || !isAside(clause, doubtful));
  return left.length === 0 || left.length === clauses.length ? text : left.join(', ');
}

/** `Anna: place the order`, `customer confirms: 'yes, order it'`, and not `all is well, so: order`. */
function passesOn(text: string): boolean {
  const [head = '', ...said] = normalise(text).split(':');
  const last = head.split(clauseEnd).at(-1) ?? '';
  const leads = consentIn(last) !== undefined || endsWith(last, reasonJoints) !== undefined;
  return isSaidByAnother(text) || unreported(text) !== text || (said.length > 0 && !leads);
}

/** `finance has approved it therefore place it` is two. */
function clausesOf(plain: string): string[] {
  return plain
    .split(clauseEnd)
    .flatMap((clause) => clause.split(joint))
    .filter(Boolean);
}

function ordersPlainly(clause: string): boolean {
  const orders = anyStandsIn(paddedForSearch(clause), sayingSo);
  return clause === 'order' || (orders && consentIn(clause) === 'orders');
}

/** `30 is right` */
function echoes(clause: string): boolean {
  const words = clause.split(' ');
  const others = words.filter((word) => !/^\d{1,5}$/.test(word));
  return others.length === words.length - 1 && others.every((word) => contentWords.has(word));
}

/** `the bell goes in 5 min`, and not `in 5 min` */
const shortWait = new RegExp(` (?:in|om) \\d{1,2} ?(?:${anyOf(shortTimes)})$`, 'u');

function isAside(told: string, doubts: readonly string[]): boolean {
  const clause = told.replace(shortWait, '');
  if (noObjections.includes(clause)) return true;
  const padded = paddedForSearch(clause);
  return (
    clause.split(' ').length <= longestAside &&
    !/\d/.test(clause) &&
    startsWith(clause, begins) === undefined &&
    !anyStandsIn(padded, doubts) &&
    waysIn(clause).said.length === 0 &&
    !beginsAsQuestion(clause) &&
    !holds(clause)
  );
}
