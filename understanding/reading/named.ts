/** Things that a person may mean by what is typed. */

export interface Named {
  choice: string;
  name: string;
}

export type Found = { found: Named } | { several: Named[] } | { none: true };
