import type { TenantState } from './tenantState.ts';

/** The documents of simulated tenants, one each; a tenant that is new begins on its first day. */
export interface TenantDocuments {
  read(tenantId: string): Promise<TenantState>;
  /**
   * Writes what `decide` makes of the document; nothing when it gives back the very same state.
   * Where somebody else was faster, `decide` is asked again about what they wrote: it must be pure.
   */
  change<Result>(
    tenantId: string,
    decide: (state: TenantState) => { state: TenantState; result: Result },
  ): Promise<Result>;
}
