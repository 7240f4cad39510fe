/** Takes out of a text what no agent needs: numbers of cards and accounts, addresses. */

/** What stands in its place, of each character that was there. */
const sign = '•';
/** Characters of a known secret from which on it is looked for: shorter ones stand in other words. */
const shortestSecret = 3;

/** Our own references and the ids of Microsoft are what an agent asks for. */
const kept =
  /\b(?:UPG|CHG|CASE)-[0-9A-Z]{8}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu;

/** Each of the patterns needs one of these: most of what is said has none. */
const mayMatch = /[\d@]/;

const patterns: readonly RegExp[] = [
  // IBAN: country, check digits, and the account in groups.
  /\b[A-Z]{2}\d{2}(?:[ -]?[0-9A-Z]{2,4}){3,8}\b/giu,
  // Cards and accounts: twelve digits and more, with blanks, dots or dashes between them.
  /(?<![\d.-])\d(?:[ .-]{0,2}\d){11,22}(?![\d-])/gu,
  // Swedish giro: bankgiro and plusgiro.
  /\b(?:bankgiro|bg|plusgiro|pg|postgiro)[ :.]*(?:nr|nummer)?[ :.]*\d[\d -]{4,9}\d\b/giu,
  // Check numbers and the like, behind their name.
  /\b(?:cvc2?|cvv2?|pin|pinkod|säkerhetskod|security code)\b[ :.=-]*(?:is|är)?[ :.=-]*\d{3,8}\b/giu,
  // E-mail.
  /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  // `12 Main Street`, `12B Baker St.`
  /\b\d{1,5}[a-z]? (?:\p{Lu}[\p{L}.'-]* ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|way|court|square)\b\.?/giu,
  // `Storgatan 12`, `Kungsvägen 3 B`
  /\b[\p{L}'-]*(?:gatan|vägen|gränd|torget|plan|stigen|backen|allén|allé|esplanaden) \d{1,4}(?: ?[a-z]\b)?/giu,
  // `111 22 Stockholm`
  /\b(?:SE-?)?\d{3} \d{2} \p{Lu}[\p{L}-]+/gu,
];

/**
 * @param secrets words that are known to belong to an address: street, town, postal code, e-mail
 * @returns the text, as long as before
 */
export function mask(text: string, secrets: readonly string[] = []): string {
  if (secrets.length === 0 && !mayMatch.test(text)) return text;
  const hidden = [...text].map(() => false);
  const signs = [...text];
  const at = indexes(text);
  const hide = (from: number, length: number): void => {
    for (let place = from; place < from + length; place += 1) hidden[at[place] ?? 0] = true;
  };
  for (const pattern of patterns) {
    for (const found of text.matchAll(pattern)) hide(found.index, found[0].length);
  }
  for (const secret of secrets) {
    if (secret.trim().length < shortestSecret) continue;
    for (const found of text.matchAll(wholeWords(secret))) hide(found.index, found[0].length);
  }
  for (const found of text.matchAll(kept)) {
    for (let place = 0; place < found[0].length; place += 1) {
      hidden[at[found.index + place] ?? 0] = false;
    }
  }
  return signs.map((one, place) => (hidden[place] && /\S/u.test(one) ? sign : one)).join('');
}

/** For each place in a text, counted in units of UTF-16, which character stands there. */
function indexes(text: string): number[] {
  const places: number[] = [];
  [...text].forEach((one, index) => {
    for (let unit = 0; unit < one.length; unit += 1) places.push(index);
  });
  return places;
}

/** However it is written in capitals, and with whatever blanks. */
function wholeWords(secret: string): RegExp {
  const words = secret
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d])${words.join('\\s+')}(?![\\p{L}\\d])`, 'giu');
}
