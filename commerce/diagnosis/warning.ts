import type { ReasonValue } from './reason.ts';

/** What an upgrade doesn't stop at, but somebody should know before it (R30, R41, R56, R58, R85, R88, R130). */
export const warningCodes = [
  'SECOND_PLAN',
  'ADD_ONS_INCLUDED',
  'ADD_ONS_CARRIED',
  'ADD_ONS_REDUNDANT',
  'ADD_ONS_SEPARATE',
  'RAMPED_DISCOUNT',
  'OWN_CHANGE_LOST',
  'SERVICES_TURNED_ON',
  'GROUP_LICENSES',
  'TO_BE_CONFIRMED',
  'ROLES_UNKNOWN',
  'BALANCE_UNKNOWN',
  'HEALTH_UNKNOWN',
  'ASSIGNED_UNKNOWN',
  'LICENSING_UNKNOWN',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export interface Warning {
  code: WarningCode;
  /** As the values of a reason. */
  values: Record<string, ReasonValue>;
}
