/** What has to be saved before people move to a plan with fewer services (R119–R121). */
import { lossesBetween } from '../catalog/questions.ts';
import type { DataService, Plan } from '../model/plan.ts';
import type { BackupItem } from './manualChange.ts';

/** By service: what to save when it goes away, and when there is less of it. */
const ofService: Record<DataService, { gone: BackupItem; lower?: BackupItem }> = {
  EXCHANGE_MAILBOX: { gone: 'mailGone', lower: 'mailSmaller' },
  EXCHANGE_ARCHIVE: { gone: 'archiveGone' },
  ONEDRIVE: { gone: 'oneDriveGone', lower: 'oneDriveSmaller' },
  SHAREPOINT: { gone: 'sitesGone', lower: 'sitesSmaller' },
  TEAMS: { gone: 'chatsGone' },
};

/** Features that keep something of their own, or that somebody works with every day. */
const ofFeature: Readonly<Record<string, BackupItem>> = {
  'viva-engage': 'communitiesGone',
  'desktop-apps': 'appsGone',
  'teams-phone': 'phoneGone',
};

/** Of plans that the catalogue knows; nothing for others, whose services can't be compared. */
export function backupItems(source: Plan | undefined, target: Plan | undefined): BackupItem[] {
  if (!source || !target) return [];
  const { gone, lower, features } = lossesBetween(source, target);
  return [
    ...gone.map((service) => ofService[service].gone),
    ...lower.flatMap((service) => ofService[service].lower ?? []),
    ...features.flatMap((feature) => ofFeature[feature] ?? []),
  ];
}

/** What a service holds for each user, in GB (R121 and Microsoft's limits). */
const mailboxSizes = [0, 2, 2, 50, 100];
const driveSizes = [0, 2, 1024, 1024];

/** @returns undefined where no size says what is lost */
export function sizesOf(
  item: BackupItem,
  source: Plan,
  target: Plan,
): { from: number; to: number } | undefined {
  const sizes: Partial<Record<BackupItem, [DataService, number[]]>> = {
    mailSmaller: ['EXCHANGE_MAILBOX', mailboxSizes],
    oneDriveSmaller: ['ONEDRIVE', driveSizes],
  };
  const [service, gigabytes] = sizes[item] ?? [];
  if (!service || !gigabytes) return undefined;
  const [from = 0, to = 0] = [source, target].map(({ ranks }) => gigabytes[ranks[service]] ?? 0);
  return from > to ? { from, to } : undefined;
}
