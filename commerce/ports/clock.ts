export interface Clock {
  /** The present for this tenant; the sandbox can move it ahead of real time. */
  now(tenantId: string): Promise<Temporal.Instant>;
}
