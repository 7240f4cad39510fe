/** What is asked of the database in one moment, and goes there together. */
import type { Collection } from '../../contract/collection.ts';
import type { Write } from '../writes.ts';
import type { Lease } from './heldLeases.ts';

/** A document, with the version of it that is known already; 0 for none. */
export interface WantedDocument {
  collection: Collection;
  key: Buffer;
  known: number;
}

/** What a turn wants to read as it begins. */
export interface Wanted {
  tenant: string;
  documents: readonly WantedDocument[];
  /** Documents of the tenant that are known already. */
  known: readonly Buffer[];
}

/** A turn begins. Without anything wanted it asks by itself. */
interface Take {
  kind: 'take';
  lease: Lease;
  wanted: Wanted | undefined;
}

interface WriteAll {
  kind: 'write';
  /** Of the turn that writes, if it is one. */
  lease: Lease | undefined;
  writes: readonly Write[];
  /** Of the documents that are written. */
  texts: readonly string[];
  /** What must still be as it was read. */
  checked: readonly { collection: Collection; id: string; version: number }[];
}

/** A turn ends. */
interface End {
  kind: 'end';
  lease: Lease;
  /** As text, empty for none; undefined leaves those that are there. */
  notes: string | undefined;
}

interface Read extends WantedDocument {
  kind: 'read';
}

/** The document of a row; `key` is that of the document that is known. */
interface Seek {
  kind: 'seek';
  collection: Collection;
  row: string;
  key: Buffer | undefined;
  known: number;
}

interface Asks {
  take: Take;
  write: WriteAll;
  end: End;
  read: Read;
  seek: Seek;
}

export type Ask = Asks[keyof Asks];

/** Those of one kind. */
export function asksOf<Kind extends keyof Asks>(kind: Kind, asks: readonly Ask[]): Asks[Kind][] {
  return asks.filter((ask): ask is Asks[Kind] => ask.kind === kind);
}

export interface Found {
  collection: Collection;
  id: string;
  version: number;
  /** Null where the version is known. */
  document: string | null;
  row_id: string | null;
  since: Date;
}

export interface Answer {
  /** For a turn that begins or ends whether it has, or had, the lease. */
  held: boolean;
  /** What the turn before left. */
  notes: string | null;
  found: readonly Found[];
}

/** Of a tenant; where there are more, each is read when it is asked for. */
export const mostRows = 200;
/** Milliseconds after which a process that says nothing more is taken for dead. */
export const lasting = 3_000;

/** By collection and id. */
export function placesOf(ask: Ask): { written: string[]; read: string[] } {
  if (ask.kind !== 'write') return { written: [], read: [] };
  const nameOf = ({ collection, id }: { collection: Collection; id: string }) =>
    `${collection} ${id}`;
  return { written: ask.writes.map(nameOf), read: ask.checked.map(nameOf) };
}
