/** What the builder noticed in the product table: what it mended, left out, or only tells. */

/** In the order of the report. */
export const findingKinds = {
  skipped: 'Rows that can not be read, left out',
  whiteSpace: 'Rows with stray white space, tidied',
  guidCase: 'Rows with capitals in an id, written small',
  duplicateRow: 'Rows that say what an earlier row says, left out',
  productNames: 'Products with several names, the most frequent one taken',
  stringIds: 'Products with several String_Ids, the most frequent one taken',
  planNames: 'Service plans with several names, the most frequent one taken',
  planIds: 'Names that belong to several service plans, told apart by their ids',
  sharedName: 'Names that belong to several products, which their ids tell apart',
  sharedStringId: 'String_Ids that belong to several products, which their ids tell apart',
  gap: 'Plans that lack something their twin has: look them up, then keep the fact by hand',
  needless: 'Facts kept by hand that the table knows too',
  missing: 'Facts kept by hand about what the table lacks: correct them',
} as const;
export type FindingKind = keyof typeof findingKinds;

export interface Finding {
  kind: FindingKind;
  /** Line of the table, where one line is meant. */
  line?: number;
  detail: string;
}
