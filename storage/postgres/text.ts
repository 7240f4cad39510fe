/** Ids are any text. PostgreSQL stores no NUL and no lone surrogate, and indexes no long values. */
import { createHash } from 'node:crypto';

/** The same text, for nearly all ids; what PostgreSQL refuses is escaped as in JSON. */
export function toText(id: string): string {
  return JSON.stringify(id).slice(1, -1);
}

export function fromText(text: string): string {
  return JSON.parse(`"${text}"`);
}

/** 32 bytes by which an id is found, however long it is. */
export function keyOf(id: string): Buffer {
  return createHash('sha256').update(id, 'utf16le').digest();
}
