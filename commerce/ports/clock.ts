export interface Clock {
  /** The present for this tenant; in a simulated one it may be ahead of real time. */
  now(tenantId: string): Promise<Temporal.Instant>;
}
