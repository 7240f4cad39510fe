/**
 * The "higher version" relation of the services that hold people's data (R15). Microsoft publishes
 * no table of it; it follows from storage sizes and the plans that exclude each other.
 */
import type { DataService } from '../model/plan.ts';

/**
 * Service plans from low to high; those on one level are equals, also across segments (a target's
 * segment is judged apart). A plan may stand under several services: Exchange Plan 2 contains the
 * archive that others buy as an add-on, and SharePoint plans carry OneDrive's storage.
 */
const levels: Record<DataService, readonly (readonly string[])[]> = {
  EXCHANGE_MAILBOX: [
    ['EXCHANGE_S_DESKLESS', 'EXCHANGE_S_DESKLESS_GOV'],
    ['EXCHANGE_B_STANDARD', 'EXCHANGE_S_ESSENTIALS'],
    [
      'EXCHANGE_S_STANDARD',
      'EXCHANGE_S_STANDARD_GOV',
      'EXCHANGE_S_STANDARD_MIDMARKET',
      'EXCHANGE_L_STANDARD',
    ],
    ['EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_ENTERPRISE_GOV'],
  ],
  EXCHANGE_ARCHIVE: [
    ['EXCHANGE_S_ARCHIVE_ADDON', 'EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_ENTERPRISE_GOV'],
  ],
  ONEDRIVE: [
    [
      'SHAREPOINTDESKLESS',
      'SHAREPOINTDESKLESS_GOV',
      'ONEDRIVE_BASIC',
      'ONEDRIVE_BASIC_P2',
      'ONEDRIVE_BASIC_GOV',
      'ONEDRIVELITE_IW',
    ],
    [
      'ONEDRIVESTANDARD',
      'SHAREPOINTLITE',
      'SHAREPOINTSTANDARD',
      'SHAREPOINTSTANDARD_EDU',
      'SHAREPOINTENTERPRISE_MIDMARKET',
    ],
    [
      'ONEDRIVEENTERPRISE',
      'SHAREPOINTENTERPRISE',
      'SHAREPOINTENTERPRISE_EDU',
      'SHAREPOINTENTERPRISE_GOV',
    ],
  ],
  SHAREPOINT: [
    ['SHAREPOINTDESKLESS', 'SHAREPOINTDESKLESS_GOV'],
    [
      'SHAREPOINTLITE',
      'SHAREPOINTSTANDARD',
      'SHAREPOINTSTANDARD_EDU',
      'SHAREPOINTENTERPRISE_MIDMARKET',
    ],
    ['SHAREPOINTENTERPRISE', 'SHAREPOINTENTERPRISE_EDU', 'SHAREPOINTENTERPRISE_GOV'],
  ],
  TEAMS: [['TEAMS1', 'TEAMS_GOV', 'TEAMS_AR_GCCHIGH', 'TEAMS_AR_DOD']],
};

/** @returns for each data service the highest level that the named service plans reach, else 0. */
export function ranksOf(servicePlans: readonly string[]): Record<DataService, number> {
  const rank = (service: DataService) =>
    levels[service].findLastIndex((level) => level.some((name) => servicePlans.includes(name))) + 1;
  return {
    EXCHANGE_MAILBOX: rank('EXCHANGE_MAILBOX'),
    EXCHANGE_ARCHIVE: rank('EXCHANGE_ARCHIVE'),
    ONEDRIVE: rank('ONEDRIVE'),
    SHAREPOINT: rank('SHAREPOINT'),
    TEAMS: rank('TEAMS'),
  };
}
