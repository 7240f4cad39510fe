import type { WaitingName } from './waitingKinds.ts';

/** What is remembered, by kind; each has documents of its own shape. */
export type Collection =
  | WaitingName
  | 'quotes'
  | 'conversations'
  | 'contacts'
  | 'tenantStates'
  | 'connections'
  | 'firstAttempts'
  | 'moveParts'
  | 'priceSheets'
  | 'deskPlaces'
  | 'caseBoards';
