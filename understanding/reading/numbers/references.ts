/** Whether a number is that of a house, an order or a paper, or a price. */
import { readingWords as words } from '../../../locales/reading.ts';
import { endsWith, startsWith } from '../lexicon.ts';
import { nameParts } from '../planWords.ts';
import { isLicences } from './licenceWords.ts';

/** A number like this is rather a paper's or a customer's than one of licences. */
export const large = 5000;

/** `E3 4 the whole school`, `Premium 4 29 ppl` */
export function isFor(text: string, after: string): boolean {
  if (text !== '4') return false;
  const [, counted] = /^\d+ (.+)$/.exec(after) ?? [];
  const isCount = counted !== undefined && isLicences(counted);
  return isCount || startsWith(after, words.receivers) !== undefined;
}

/** `9 Mill Lane` */
export function isStreet(after: string): boolean {
  const [first = '', second = '', third = ''] = after.split(' ');
  return words.streets.includes(second) || (words.streets.includes(third) && first !== '');
}

/** `PO 4711`, `our PO is: 4711`, `ordernr 4711`, `tel 555 0198`. */
export function isReference(before: string): boolean {
  if (endsWith(before, words.quantityBefore)) return false;
  // `30. No, 35`
  if (/\d[ .,!;]*no$/.test(before)) return false;
  // `tender 88/26`
  const said = before.replace(/(?: \d+ \/)+$/, '');
  const named = /\d$/.test(said)
    ? said.replace(/(?: \d+)+$/, '')
    : said.replace(/(?: [:#.=-]| is| är| was| var| lyder)+$/, '');
  return endsWith(named, words.references) !== undefined || compound.test(named);
}

/** `invoice to branch 12`, `1) E1 2) 35 users`, and not `for the shop 12 users` */
export function isNumbered(before: string, after: string): boolean {
  if (isLicences(after)) return false;
  const isOfList = after.startsWith(')') && !/\([^)]*$/.test(before);
  return isOfList || endsWith(before, words.numbered) !== undefined;
}

/** `order 30 Premium`, `I want to order 30 seats`, `so order 34`: to order is said there. */
export function isOrdered(value: number, before: string, after: string): boolean {
  if (value >= large || !ordering.test(before)) return false;
  return (
    isLicences(after) ||
    /^(?:, )?(?:not|instead of|rather than) \d/.test(after) ||
    nameParts.has(after.split(' ')[0] ?? '') ||
    (value < leastOfNumbers && asked.test(before) && /^(?:$|[,.!]|please|tack|thanks)/.test(after))
  );
}

const ordering =
  /(?:^|[,.!:] |\b(?:please|and|just|now|och|snälla|hej|hi|to|so|i|we|you|must|can|should|will|shall|'ll) )order$/;
const asked = /\b(?:please|just|so|to|must|should|will|shall) order$/;
/** Digits of an order's own number are more than these. */
const leastOfNumbers = 1000;

/** `ordernr`, `kundnummer`, `projektkod` */
const compound = /\p{L}{2}(?:nr|nummer|numret|number|kod|code|kontot?|-id)$/u;

/** `30 a head`, `22.80 each` */
export function isPriceOfOne(value: number, text: string, after: string): boolean {
  if (value > 1 && startsWith(after, words.perHead)) return true;
  return /^\d+[.,]\d\d$/.test(text) && startsWith(after, words.perPiece) !== undefined;
}
