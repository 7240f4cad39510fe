/** Microsoft Entra and billing account roles that matter here (R5–R10). */
export const roles = [
  'global-admin',
  'billing-admin',
  'license-admin',
  'user-admin',
  'support-admin',
  'billing-account-owner',
  'billing-account-contributor',
  'billing-profile-owner',
  'billing-profile-contributor',
  'reader',
] as const;
export type Role = (typeof roles)[number];
