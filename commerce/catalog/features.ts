/** What people compare plans by, beside the services that hold data. */

/**
 * Feature id → service plans that bring it. A higher edition stands under the lower one's id too,
 * so that moving up never reads as a loss. Sentences are under `features.<id>`.
 */
const featureServicePlans = {
  'web-apps': ['SHAREPOINTWAC', 'SHAREPOINTWAC_EDU', 'SHAREPOINTWAC_GOV'],
  'desktop-apps': [
    'OFFICE_BUSINESS',
    'OFFICE_PRO_PLUS_SUBSCRIPTION_SMBIZ',
    'OFFICESUBSCRIPTION',
    'OFFICESUBSCRIPTION_GOV',
  ],
  'desktop-apps-enterprise': ['OFFICESUBSCRIPTION', 'OFFICESUBSCRIPTION_GOV'],
  bookings: ['MICROSOFTBOOKINGS'],
  planner: ['PROJECTWORKMANAGEMENT', 'PROJECTWORKMANAGEMENT_GOV'],
  forms: [
    'FORMS_PLAN_K',
    'FORMS_PLAN_E1',
    'FORMS_PLAN_E3',
    'FORMS_PLAN_E5',
    'FORMS_GOV_E1',
    'FORMS_GOV_E3',
    'FORMS_GOV_E5',
    'OFFICE_FORMS_PLAN_2',
    'OFFICE_FORMS_PLAN_3',
  ],
  'viva-engage': ['YAMMER_MIDSIZE', 'YAMMER_ENTERPRISE', 'YAMMER_EDU'],
  'power-automate': [
    'FLOW_O365_S1',
    'FLOW_O365_P1',
    'FLOW_O365_P2',
    'FLOW_O365_P3',
    'FLOW_O365_P1_GOV',
    'FLOW_O365_P2_GOV',
    'FLOW_O365_P3_GOV',
  ],
  'power-apps': [
    'POWERAPPS_O365_S1',
    'POWERAPPS_O365_P1',
    'POWERAPPS_O365_P2',
    'POWERAPPS_O365_P3',
    'POWERAPPS_O365_P1_GOV',
    'POWERAPPS_O365_P2_GOV',
    'POWERAPPS_O365_P3_GOV',
  ],
  'power-bi-pro': ['BI_AZURE_P2', 'BI_AZURE_P_2_GOV'],
  'entra-p1': ['AAD_PREMIUM', 'AAD_PREMIUM_P2'],
  'entra-p2': ['AAD_PREMIUM_P2'],
  intune: ['INTUNE_A', 'INTUNE_A_GOV', 'INTUNE_EDU', 'INTUNE_SMBIZ'],
  'windows-business': [
    'WINBIZ',
    'WIN10_ENT_LOC_F1',
    'WIN10_PRO_ENT_SUB',
    'Virtualization Rights for Windows 10 (E3/E5+VDA)',
  ],
  'windows-enterprise': [
    'WIN10_ENT_LOC_F1',
    'WIN10_PRO_ENT_SUB',
    'Virtualization Rights for Windows 10 (E3/E5+VDA)',
  ],
  'windows-autopatch': ['Windows_Autopatch'],
  'defender-endpoint-p1': ['MDE_LITE', 'MDE_SMB', 'WINDEFATP'],
  'defender-business': ['MDE_SMB', 'WINDEFATP'],
  'defender-endpoint-p2': ['WINDEFATP'],
  'defender-o365-p1': [
    'ATP_ENTERPRISE',
    'ATP_ENTERPRISE_GOV',
    'THREAT_INTELLIGENCE',
    'THREAT_INTELLIGENCE_GOV',
  ],
  'defender-o365-p2': ['THREAT_INTELLIGENCE', 'THREAT_INTELLIGENCE_GOV'],
  'defender-identity': ['ATA'],
  'defender-cloud-apps': ['ADALLOM_S_STANDALONE'],
  'data-loss-prevention': ['BPOS_S_DlpAddOn', 'EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_ENTERPRISE_GOV'],
  'information-protection': ['MIP_S_CLP1', 'MIP_S_CLP2', 'RMS_S_PREMIUM', 'RMS_S_PREMIUM_GOV'],
  purview: ['EQUIVIO_ANALYTICS', 'EQUIVIO_ANALYTICS_GOV'],
  'insider-risk': ['INSIDER_RISK', 'INSIDER_RISK_MANAGEMENT'],
  'customer-lockbox': ['LOCKBOX_ENTERPRISE', 'LOCKBOX_ENTERPRISE_GOV'],
  'universal-print': ['UNIVERSAL_PRINT_01'],
  'audio-conferencing': ['MCOMEETADV', 'MCOMEETADV_GOV'],
  'teams-phone': ['MCOEV', 'MCOEV_GOV'],
  'teams-premium': ['TEAMSPRO_MGMT'],
  copilot: ['M365_COPILOT_APPS'],
  'agent-365': ['AGENT_365'],
  'entra-suite': ['Entra_Premium_Internet_Access', 'Entra_Premium_Private_Access'],
  visio: ['VISIOONLINE'],
  'visio-desktop': ['VISIO_CLIENT_SUBSCRIPTION'],
  'project-desktop': ['PROJECT_CLIENT_SUBSCRIPTION'],
} as const satisfies Record<string, readonly string[]>;

export type FeatureId = keyof typeof featureServicePlans;

/** In the order in which people should read them. */
export const featureIds = Object.keys(featureServicePlans) as FeatureId[];

/** Features of a product with these service plans, in the order of `featureIds`. */
export function featuresOf(servicePlans: readonly string[]): FeatureId[] {
  return featureIds.filter((id) =>
    featureServicePlans[id].some((name) => servicePlans.includes(name)),
  );
}
