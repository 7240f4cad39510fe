/** What is said beside a clear yes and takes nothing of it back: who agreed, the number of a paper, that all is well. */
import { readingWords } from '../../../locales/reading.ts';
import { beginsAsQuestion } from '../asking.ts';
import { anyStandsIn, endsWith, paddedForSearch, startsWith } from '../lexicon.ts';

const { hold, negations } = readingWords;
/** Words: who says more of an approval may set a condition. */
const longestApproval = 7;

/** `Lena in finance has approved, place it`: without who agreed, where something else is said. */
export function withoutApprovals(plain: string): string {
  const parts = plain
    .split(/\s*[,.;!]\s*|\s+(?:så|so)\s+(?!(?:fort|snart|länge|soon|long)(?!\p{L}))/u)
    .filter(Boolean);
  const asked = parts.filter((part) => !isApproval(part) && !isReference(part));
  const left = asked.filter((part) => !isContent(part));
  const orders = left.some(places);
  const rest = orders ? left : asked;
  return rest.length === 0 || rest.length === parts.length ? plain : rest.join(', ');
}

const contentWords = new Set(readingWords.content);

/** `I have checked all of it`, `it is as we discussed`: before what orders, it takes nothing back. */
function isContent(part: string): boolean {
  const isWell = part.split(' ').every((word) => contentWords.has(word));
  return isWell && !places(part) && !beginsAsQuestion(part);
}

/** `order` alone, and not `everything is in order`. */
function places(part: string): boolean {
  return part === 'order' || anyStandsIn(paddedForSearch(part), readingWords.placing);
}

/** `PO 4711` */
function isReference(part: string): boolean {
  const named = part.replace(/[\s:#]*\d[\d\s-]*$/, '');
  return named !== part && startsWith(named, readingWords.references) === named;
}

const { approvedWhen, weekdays, months } = readingWords;
/** `approved as of 27 November`, `approved on Monday` */
const when = new RegExp(
  String.raw` (?:(?:as of|as from|on|since|per|sedan|den|i) )?(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months.join('|')})|(?:${[...weekdays, ...approvedWhen].join('|')}))$`,
  'u',
);

function isApproval(told: string): boolean {
  const part = told.replace(when, '');
  if (readingWords.noObjections.includes(part)) return true;
  const padded = paddedForSearch(part);
  return (
    part.split(' ').length <= longestApproval &&
    (endsWith(part, readingWords.approved) !== undefined || isApprovedBy(part)) &&
    startsWith(part, readingWords.conditions) === undefined &&
    !anyStandsIn(padded, negations) &&
    !anyStandsIn(padded, readingWords.halfApproved) &&
    !anyStandsIn(padded, hold)
  );
}

/** `approved by the head of finance`, and not `approved by Friday` */
function isApprovedBy(part: string): boolean {
  const approved = startsWith(part, readingWords.approvedBy);
  const whom = approved === undefined ? '' : part.slice(approved.length);
  const times = [...weekdays, ...months, ...readingWords.laterOn];
  return whom !== '' && !/\d/.test(whom) && !anyStandsIn(paddedForSearch(whom), times);
}
