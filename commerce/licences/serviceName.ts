/** How people call the services that they know best, by the service plans that bring them. */
const known: readonly (readonly [plan: RegExp, name: string])[] = [
  [/^SHAREPOINT(STANDARD|ENTERPRISE|DESKLESS)(_|$)/, 'SharePoint Online'],
  [/^TEAMS(1$|_)/, 'Microsoft Teams'],
  [/^EXCHANGE_[SBL]_(DESKLESS|ESSENTIALS|STANDARD|ENTERPRISE)(_|$)/, 'Exchange Online'],
];

/** @param plan Microsoft's name of a service plan, which stands for itself where it is not among those */
export function serviceName(plan: string): string {
  return known.find(([pattern]) => pattern.test(plan))?.[1] ?? plan;
}
