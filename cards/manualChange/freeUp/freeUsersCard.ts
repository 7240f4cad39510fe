/** Who does without a licence: users who have been away for longest come first; others are looked for, or listed. */
import { dayIn } from '../../../commerce/base/dayIn.ts';
import type { Away } from '../../../commerce/licences/away.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { buttonsOf } from '../../kit/buttons.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import {
  actionSet,
  apart,
  type Element,
  facts,
  paragraph,
  small,
  verbatim,
  warning,
} from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../../kit/pager.ts';
import { counted } from '../../kit/wording.ts';
import { type MoveUsersItem, usersInput } from '../moveUsersCard.ts';
import { pickRow } from '../pickRow.ts';

export const freeUsersCardKind = defineCard('free-users', {
  verbs: ['move.choose', 'move.pick', 'move.page', 'free.suggest', 'free.buy', 'diagnosis.recheck'],
  asks: true,
  private: 'users',
  pageVerb: 'move.page',
});

export interface FreeUsersItem extends MoveUsersItem {
  away: Away;
  /** Who gives the licence, where a group does: then it can't be taken from the user. */
  group?: string;
}

export interface FreeUsersView extends Paged<FreeUsersItem> {
  planName: string;
  /** So many licences have to come free; 0 where none has to. */
  toFree: number;
  /** More licences would do as well. */
  addingHelps: boolean;
  /** How many of these can be picked at once, since they have been away for long enough. */
  suggested: number;
  /** Users who have it from a group, of those who were read. */
  ofGroups: number;
  /** Nobody's last sign-in is known. */
  signInsUnknown: boolean;
  /** How many are picked. */
  picked: number;
  /** What was looked for; absent: who is suggested. */
  search?: string;
  /** How many users were read. */
  read: number;
  /** There are more than are listed. */
  isCut: boolean;
  timeZone: string;
}

type Button = ReturnType<typeof buttonsOf<(typeof freeUsersCardKind.verbs)[number]>>;

export function freeUsersCard(view: FreeUsersView, context: CardContext): Card {
  const { l } = context;
  const { planName: plan, toFree, picked } = view;
  const button = buttonsOf(freeUsersCardKind, context);
  const pager = pageButtons(view, l, (title, choice) =>
    button({ verb: 'move.page', title, choice }),
  );
  const summary = counted(l, `cards.freeUsers.${toFree > 0 ? 'toFree' : 'none'}`, toFree, { plan });
  const goOn = button({
    verb: 'move.choose',
    title: counted(l, 'cards.moveUsers.withPicked', picked),
    choice: 'picked',
    primary: true,
  });
  return frame(freeUsersCardKind, context, {
    title: l.t('cards.freeUsers.title', { plan }),
    summary,
    body: [
      paragraph(summary),
      paragraph(l.t('cards.freeUsers.intro')),
      facts([
        [l.t('cards.freeUsers.tooMany'), l.number(toFree)],
        [l.t('cards.moveUsers.picked'), l.number(picked)],
      ]),
      ...shortcuts(view, button, l),
      ...(view.signInsUnknown ? [warning(paragraph(l.t('cards.freeUsers.unknown')))] : []),
      ...(view.ofGroups > 0
        ? [paragraph(counted(l, 'cards.freeUsers.ofGroups', view.ofGroups))]
        : []),
      usersInput(l, 'cards.freeUsers'),
      ...listed(view, context),
    ],
    actions: [
      ...(picked > 0 ? [goOn] : []),
      button({
        verb: 'move.choose',
        title: l.t('cards.moveUsers.choose'),
        inputs: true,
        ...(picked > 0 ? {} : { primary: true as const }),
      }),
      ...pager,
      button({ verb: 'diagnosis.recheck', title: l.t('cards.diagnosis.recheck') }),
    ],
  });
}

/** Ways that need nobody to be picked one by one. */
function shortcuts(view: FreeUsersView, button: Button, l: Localiser): Element[] {
  const { suggested, signInsUnknown, addingHelps } = view;
  const away = (choice: 'long' | 'some') =>
    button({ verb: 'move.choose', title: l.t(`cards.freeUsers.all.${choice}`), choice });
  const ways = [
    ...(suggested > 0
      ? [button({ verb: 'free.suggest', title: counted(l, 'cards.freeUsers.suggest', suggested) })]
      : []),
    ...(signInsUnknown ? [] : [away('long'), away('some')]),
    ...(addingHelps ? [button({ verb: 'free.buy', title: l.t('cards.freeUsers.buy') })] : []),
  ];
  return ways.length > 0 ? [actionSet(ways)] : [];
}

/** Names of people are shown letter by letter. */
function listed(view: FreeUsersView, context: CardContext): Element[] {
  const { l } = context;
  const { items, search, isCut, read } = view;
  const title = l.t(`cards.${search === undefined ? 'freeUsers.first' : 'moveUsers.found'}`, {
    search: search ?? '',
  });
  if (items.length === 0) {
    const key = search === undefined ? 'freeUsers.nobody' : 'freeUsers.notFound';
    return [verbatim(l.t(`cards.${key}`, { search: search ?? '' }))];
  }
  return [
    verbatim(title),
    ...items.map((item) => userRow(item, view, context)),
    ...pageLine(view, l),
    ...(isCut
      ? [
          small(
            search === undefined
              ? counted(l, 'cards.freeUsers.cut', read)
              : l.t('cards.moveUsers.cut'),
          ),
        ]
      : []),
  ];
}

function userRow(
  item: FreeUsersItem & { choice: string },
  { timeZone }: FreeUsersView,
  context: CardContext,
): Element {
  const { l } = context;
  const { name, userName, department, lastSignIn, away, group } = item;
  const isDated = lastSignIn !== 'never' && lastSignIn !== 'unknown';
  const signedIn = l.t(`cards.freeUsers.away.${away}`, {
    time: isDated ? l.date(dayIn(timeZone, Temporal.Instant.from(lastSignIn))) : '',
  });
  const line = [userName, ...(department ? [department] : []), signedIn].join(' · ');
  if (group !== undefined) {
    return apart(verbatim(name, line, l.t('cards.freeUsers.group', { group })));
  }
  return pickRow(item, line, buttonsOf(freeUsersCardKind, context), l);
}
