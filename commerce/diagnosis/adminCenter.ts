/** Pages of the Microsoft 365 admin center where remedies are done. */
export const adminCenter = {
  licenses: 'https://admin.microsoft.com/#/licenses',
  health: 'https://admin.microsoft.com/#/servicehealth',
  partners: 'https://admin.microsoft.com/#/partners',
  subscriptions: 'https://admin.microsoft.com/#/subscriptions',
  bills: 'https://admin.microsoft.com/#/billoverview',
  billingAccounts: 'https://admin.microsoft.com/#/BillingAccounts/billing-accounts',
  users: 'https://admin.microsoft.com/#/users',
  roles: 'https://admin.microsoft.com/#/rbac/directory',
  purchase: 'https://admin.microsoft.com/#/catalog',
  support: 'https://admin.microsoft.com/#/support/requests',
} as const;
