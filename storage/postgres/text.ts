/** Ids are any text. PostgreSQL stores no NUL and no lone surrogate, and indexes no long values. */
import { hash } from 'node:crypto';
import { memoizeRecent } from '../../commerce/base/memoize.ts';

/** The same text, for nearly all ids; what PostgreSQL refuses is escaped as in JSON. */
export function toText(id: string): string {
  return JSON.stringify(id).slice(1, -1);
}

export function fromText(text: string): string {
  return JSON.parse(`"${text}"`);
}

/** 32 bytes by which an id is found, however long it is. A turn asks for those of its ids many times over. */
export const keyOf: (id: string) => Buffer = memoizeRecent((id) =>
  hash('sha256', Buffer.from(id, 'utf16le'), 'buffer'),
);
