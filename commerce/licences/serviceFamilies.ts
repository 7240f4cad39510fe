/**
 * Which services are one and the same in different editions. Microsoft publishes no table of it: it
 * follows from the names in "Product names and service plan identifiers for licensing" and from the
 * editions that exclude each other. Editions for governments and schools differ by what is in `segments`.
 */
const families: readonly (readonly string[])[] = [
  [
    'EXCHANGE_S_DESKLESS',
    'EXCHANGE_B_STANDARD',
    'EXCHANGE_S_ESSENTIALS',
    'EXCHANGE_S_STANDARD',
    'EXCHANGE_S_STANDARD_MIDMARKET',
    'EXCHANGE_L_STANDARD',
    'EXCHANGE_S_ENTERPRISE',
  ],
  [
    'SHAREPOINTDESKLESS',
    'SHAREPOINTLITE',
    'SHAREPOINTSTANDARD',
    'SHAREPOINTENTERPRISE_MIDMARKET',
    'SHAREPOINTENTERPRISE',
  ],
  ['ONEDRIVE_BASIC', 'ONEDRIVE_BASIC_P2', 'ONEDRIVESTANDARD', 'ONEDRIVEENTERPRISE'],
  ['SHAREPOINTWAC'],
  ['TEAMS1', 'TEAMS_AR_DOD', 'TEAMS_AR', 'TEAMS'],
  ['MCOIMP', 'MCOLITE', 'MCOSTANDARD', 'MCOSTANDARD_MIDMARKET'],
  ['MCOMEETADV', 'MCOMEETADV_AR'],
  ['MCOEV', 'MCOEVSMB'],
  ['OFFICE_BUSINESS', 'OFFICE_PRO_PLUS_SUBSCRIPTION_SMBIZ', 'OFFICESUBSCRIPTION'],
  ['OFFICEMOBILE_SUBSCRIPTION'],
  [
    'FORMS_PLAN_K',
    'FORMS_PLAN_E1',
    'FORMS_PLAN_E3',
    'FORMS_PLAN_E5',
    'FORMS_PLAN_K_AR',
    'FORMS_PLAN_E1_AR',
    'FORMS_PLAN_E5_AR',
    'FORMS_GOV_F1',
    'FORMS_GOV_E1',
    'FORMS_GOV_E3',
    'FORMS_GOV_E5',
    'OFFICE_FORMS_PLAN_2',
    'OFFICE_FORMS_PLAN_3',
  ],
  ['FLOW_O365_S1', 'FLOW_O365_P1', 'FLOW_O365_P2', 'FLOW_O365_P3'],
  ['POWERAPPS_O365_S1', 'POWERAPPS_O365_P1', 'POWERAPPS_O365_P2', 'POWERAPPS_O365_P3'],
  [
    'POWER_VIRTUAL_AGENTS_O365_F1',
    'POWER_VIRTUAL_AGENTS_O365_P1',
    'POWER_VIRTUAL_AGENTS_O365_P2',
    'POWER_VIRTUAL_AGENTS_O365_P3',
  ],
  ['STREAM_O365_K', 'STREAM_O365_SMB', 'STREAM_O365_E1', 'STREAM_O365_E3', 'STREAM_O365_E5'],
  ['PROJECT_O365_F3', 'PROJECT_O365_P1', 'PROJECT_O365_P2', 'PROJECT_O365_P3'],
  ['PROJECTWORKMANAGEMENT'],
  ['BPOS_S_TODO_FIRSTLINE', 'BPOS_S_TODO_1', 'BPOS_S_TODO_2', 'BPOS_S_TODO_3'],
  ['CDS_O365_F1', 'CDS_O365_P1', 'CDS_O365_P2', 'CDS_O365_P3'],
  ['DYN365_CDS_O365_F1', 'DYN365_CDS_O365_P1', 'DYN365_CDS_O365_P2', 'DYN365_CDS_O365_P3'],
  ['WHITEBOARD_FIRSTLINE1', 'WHITEBOARD_PLAN1', 'WHITEBOARD_PLAN2', 'WHITEBOARD_PLAN3'],
  ['KAIZALA_O365_P1', 'KAIZALA_O365_P2', 'KAIZALA_O365_P3', 'KAIZALA_STANDALONE'],
  ['YAMMER_MIDSIZE', 'YAMMER_ENTERPRISE', 'YAMMER'],
  ['INTUNE_A', 'INTUNE_A_VL', 'INTUNE_SMBIZ', 'INTUNE'],
  ['AAD_BASIC', 'AAD', 'AAD_PREMIUM', 'AAD_PREMIUM_P2'],
  ['RMS_S_BASIC', 'RMS_S_ENTERPRISE'],
  ['RMS_S_PREMIUM', 'RMS_S_PREMIUM2'],
  ['MIP_S_CLP1', 'MIP_S_CLP2'],
  ['ATP_ENTERPRISE', 'THREAT_INTELLIGENCE'],
  ['MDE_LITE', 'MDE_SMB', 'WINDEFATP'],
  ['WINBIZ', 'WIN10_ENT_LOC_F1', 'WIN10_PRO_ENT_SUB'],
  ['MYANALYTICS_P2', 'EXCHANGE_ANALYTICS', 'MICROSOFT_MYANALYTICS_FULL'],
  ['INSIDER_RISK', 'INSIDER_RISK_MANAGEMENT'],
  ['CLIPCHAMP', 'CLIPCHAMP_PREMIUM'],
  ['GRAPH_CONNECTORS_SEARCH_INDEX', 'GRAPH_CONNECTORS_SEARCH_INDEX_TOPICEXP'],
  ['EQUIVIO_ANALYTICS'],
  ['LOCKBOX_ENTERPRISE'],
];

const segments = /_(?:GOV|GCC|GCCHIGH|EDU)$/;

const familyOfName = new Map(families.flatMap((names, at) => names.map((name) => [name, at])));

/** @returns undefined for a service whose other editions, if there are any, we don't know */
export function serviceFamily(name: string): number | undefined {
  const known = name.toUpperCase();
  return familyOfName.get(known) ?? familyOfName.get(known.replace(segments, ''));
}

/** Every name of the table, to compare with what Microsoft sells. */
export const namesInFamilies: readonly string[] = families.flat();
