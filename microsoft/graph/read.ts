import type { z } from 'zod';

/** Something that Graph can be asked for; always a list. */
export interface Read<Item> {
  /** For errors. */
  operation: string;
  /** From the version on, encoded. */
  path: string;
  item: z.ZodType<Item>;
  /** A query that Graph answers only to who accepts to be told of changes minutes late. */
  eventual?: boolean;
}

export const headersOf = ({ eventual }: Pick<Read<unknown>, 'eventual'>): Record<string, string> =>
  eventual ? { ConsistencyLevel: 'eventual' } : {};
