/** A text as it may be shown to somebody outside: what names or reaches a person is blanked. */

/** Stands for what was taken out. */
const blank = '[…]';

const addresses = /\b[a-z]+:\/\/\S+|\S+@\S+|\S+\.onmicrosoft\.com\b/giu;
const guids = /\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/gi;
/** Keys, tokens and the like: long, and of letters and digits. */
const secrets = /(?=[\w.~+/-]*\d)(?=[\w.~+/-]*\p{L})[\w.~+/=-]{24,}/gu;
const digitsWithMarks = /(?<![\p{L}\p{N}])[+(]?\d(?:[ \u00a0().\p{Pd}/]{0,3}\d)+/gu;

/** A phone number, or the number of a card, an account or a person: no count of licences is as long. */
function isLongNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '').length;
  return digits >= 8 || (digits >= 6 && /^(?:\+|\(?0)/.test(number));
}

/** Counts stay as they are. */
export function withoutPersonal(text: string): string {
  return text
    .replaceAll(addresses, blank)
    .replaceAll(guids, blank)
    .replaceAll(secrets, blank)
    .replaceAll(digitsWithMarks, (number) => (isLongNumber(number) ? blank : number));
}
