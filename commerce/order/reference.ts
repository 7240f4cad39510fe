/** References of orders, changes, cases and approvals that people can read out on the phone. */
import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `prefix-` and 8 random characters: 40 bits. */
export function newReference(prefix: 'UPG' | 'CASE' | 'APR'): string {
  return referenceOf(prefix, randomBytes(8));
}

/** Of the first 8 bytes. */
export function referenceOf(prefix: 'UPG' | 'CHG' | 'CASE' | 'APR', bytes: Uint8Array): string {
  const characters = [...bytes.subarray(0, 8)].map((byte) => alphabet.charAt(byte % 32));
  return `${prefix}-${characters.join('')}`;
}

const patterns = {
  UPG: /\bUPG(?:[\s\p{Pd}]+|(?=[A-Z]*\d))([0-9A-Z]{8})\b/iu,
  CHG: /\bCHG(?:[\s\p{Pd}]+|(?=[A-Z]*\d))([0-9A-Z]{8})\b/iu,
  APR: /\bAPR(?:[\s\p{Pd}]+|(?=[A-Z]*\d))([0-9A-Z]{8})\b/iu,
  CASE: /\bCASE(?:[\s\p{Pd}]+|(?=[A-Z]*\d))([0-9A-Z]{8})\b/iu,
};

/** The reference in a text, however it was typed, e.g. `upg 1o2i…` for `UPG-1021…`. */
export function findReference(
  text: string,
  prefix: keyof typeof patterns = 'UPG',
): string | undefined {
  const match = patterns[prefix].exec(text);
  const typed = match?.[1]?.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return typed === undefined ? undefined : `${prefix}-${typed}`;
}
