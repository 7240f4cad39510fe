/** What to save before services are lost: one thing after the other, ticked off by people (R119–R121). */
import type { BackupItem, ManualChange } from '../../commerce/manualChange/manualChange.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import {
  block,
  type Element,
  heading,
  paragraph,
  small,
  verbatim,
  withButton,
} from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';

export const backupCardKind = defineCard('backup', {
  verbs: ['backup.done', 'manual.next'],
  asks: true,
});

export interface BackupView {
  change: ManualChange;
  sourceName: string;
  targetName: string;
  /** How many users are moved. */
  users: OrUnknown<number>;
  /** What each user has of it today and afterwards, in GB, where a size is what is lost. */
  sizes: Partial<Record<BackupItem, { from: number; to: number }>>;
  timeZone: string;
}

/** Where the work is done, or how Microsoft describes it. */
const pages: Record<BackupItem, string> = {
  mailGone: 'https://support.microsoft.com/office/14252b52-3075-4e9b-be4e-ff9ef1068f91',
  mailSmaller: 'https://admin.exchange.microsoft.com/#/mailboxes',
  archiveGone: 'https://admin.exchange.microsoft.com/#/mailboxes',
  oneDriveGone: 'https://admin.microsoft.com/#/users',
  oneDriveSmaller: 'https://admin.microsoft.com/#/reportsUsage/OneDriveSiteUsage',
  sitesGone: 'https://admin.microsoft.com/#/reportsUsage/SharePointSiteUsageV1',
  sitesSmaller: 'https://admin.microsoft.com/#/reportsUsage/SharePointSiteUsageV1',
  chatsGone: 'https://purview.microsoft.com/ediscovery',
  communitiesGone: 'https://engage.cloud.microsoft/main/admin',
  appsGone: 'https://admin.microsoft.com/#/reportsUsage/MicrosoftOffice',
  phoneGone: 'https://admin.teams.microsoft.com/phone-numbers',
};

export function backupCard(view: BackupView, context: CardContext): Card {
  const { l } = context;
  const { change, sourceName: source, targetName: target, users } = view;
  const button = buttonsOf(backupCardKind, context);
  const left = change.toBackUp.length - change.backedUp.length;
  return frame(backupCardKind, context, {
    title: l.t('cards.backup.title'),
    summary: l.t('cards.backup.summary', { source, target }),
    body: [
      paragraph(l.t('cards.backup.intro', { source, target })),
      paragraph(
        isKnown(users) ? counted(l, 'cards.backup.users', users) : l.t('cards.backup.usersUnknown'),
      ),
      ...change.toBackUp.map((item) => itemBlock(item, view, context)),
      small(l.t('cards.backup.notes')),
    ],
    actions: [
      ...(left > 1
        ? [button({ verb: 'backup.done', title: l.t('cards.backup.all'), choice: 'all' })]
        : []),
      button({ verb: 'manual.next', title: l.t('cards.backup.next') }),
    ],
  });
}

function itemBlock(item: BackupItem, view: BackupView, context: CardContext): Element {
  const { l } = context;
  const { change, sizes, timeZone } = view;
  const done = change.backedUp.find((entry) => entry.item === item);
  const name = l.t(`cards.backup.item.${item}.title`);
  const body = [
    heading(l.t('cards.backup.numbered', { n: l.number(change.toBackUp.indexOf(item) + 1), name })),
    ...sizeLine(sizes[item], l),
    paragraph(l.t(`cards.backup.item.${item}.do`)),
    small(l.t(`cards.backup.item.${item}.who`)),
  ];
  if (done) {
    const { by, at } = done;
    const saved = l.t('cards.backup.saved', { name: by.name, time: l.dateTime(at, timeZone) });
    return block(...body, verbatim(saved));
  }
  const tick = buttonsOf(
    backupCardKind,
    context,
  )({
    verb: 'backup.done',
    title: l.t('cards.backup.done'),
    tooltip: l.t('cards.backup.doneNamed', { name }),
    choice: item,
  });
  const open = {
    type: 'ActionSet',
    actions: [openUrl(l.t('cards.backup.open'), pages[item], name)],
  };
  return block(withButton(body, tick), open);
}

function sizeLine(size: { from: number; to: number } | undefined, l: Localiser): Element[] {
  if (!size) return [];
  const written = (gigabytes: number): string =>
    gigabytes >= 1024
      ? l.t('cards.backup.tb', { n: l.number(gigabytes / 1024) })
      : l.t('cards.backup.gb', { n: l.number(gigabytes) });
  const values = { from: written(size.from), to: written(size.to) };
  return [paragraph(l.t('cards.backup.size', values))];
}
