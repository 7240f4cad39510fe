/**
 * A kind of thing that waits for an instant and owes people notices, declared once: storage, the
 * timers, the outbox and the metrics take it from there. Who looks at it when it is due is a class of
 * its capability.
 */
import type { ZodType } from 'zod';
import type { NoticeState } from '../model/notice.ts';

/** What is noted of a document, so that it can be asked of many without reading them. */
export interface Row {
  /** Any text, of one document of the collection only. */
  id: string;
  tenantId: string;
  /** ISO instant by which the newest is told. */
  since: string;
  /** ISO instant of the next look, where there is one. */
  nextCheckAt: string | undefined;
  /** Whether somebody is still to be told something. */
  owes: boolean;
  /**
   * Any text. While the row waits for a look, no other document of the collection can be created
   * whose row waits and has the same.
   */
  exclusive?: string | undefined;
}

/** A notice as its document has it, sent or not. */
export interface WaitingNotice<N extends NoticeState = NoticeState> {
  state: N;
  /** Whom it is meant for first. */
  userId: string;
  /** Nobody wants to hear it where it would go. */
  muted: boolean;
  /** It is for that conversation, and for nobody elsewhere when nobody can be reached there. */
  staysThere?: boolean;
}

/** `T` is its document, `N` what a notice in it says besides how far it has come. Functions are pure. */
export interface WaitingKind<T, N extends NoticeState = NoticeState> {
  /** Of the stored document. What was once stored must stay readable. */
  readonly schema: ZodType<T>;
  /** What the document is stored under: there is one document of each. */
  documentId(document: T): string;
  row(document: T): Row;
  /** The document when it is looked at then, in real time; itself when there is nothing to look at. */
  woken(document: T, at: string): T;
  /** In the order in which they are told. Each keeps its place. */
  notices(document: T): readonly WaitingNotice<N>[];
  /** The document when the notice at that place has come so far. */
  withNotice(document: T, place: number, state: NoticeState): T;
}
