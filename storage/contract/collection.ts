/** What is remembered, by kind; each has documents of its own shape. */
export type Collection =
  | 'orders'
  | 'quotes'
  | 'watches'
  | 'conversations'
  | 'contacts'
  | 'tenantStates'
  | 'firstAttempts';
