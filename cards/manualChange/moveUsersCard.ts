/** Who gets the new plan: all, a department, a list, or users that are looked for and picked. */
import { z } from 'zod';
import { dayIn } from '../../commerce/base/dayIn.ts';
import { isKnown, type OrUnknown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, paragraph, small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted } from '../kit/wording.ts';
import { pickRow } from './pickRow.ts';

export const moveUsersCardKind = defineCard('move-users', {
  verbs: ['move.choose', 'move.pick', 'move.page', 'manual.next'],
  asks: true,
  private: 'users',
  pageVerb: 'move.page',
});

/** All names of the longest list. */
const longestText = 200_000;
export const moveUsersInputSchema = z.object({ users: z.string().trim().min(1).max(longestText) });

export interface MoveUsersItem {
  name: string;
  userName: string;
  department?: string;
  /** ISO instant. */
  lastSignIn: OrUnknown<string | 'never'>;
  isPicked: boolean;
}

export interface MoveUsersView extends Paged<MoveUsersItem> {
  sourceName: string;
  targetName: string;
  left: OrUnknown<number>;
  free: OrUnknown<number>;
  /** How many are picked. */
  picked: number;
  /** What was looked for; absent: everybody with the old plan. */
  search?: string;
  /** There are more than are listed. */
  isCut: boolean;
  timeZone: string;
}

export function moveUsersCard(view: MoveUsersView, context: CardContext): Card {
  const { l } = context;
  const { targetName: target, sourceName: source, picked, left } = view;
  const button = buttonsOf(moveUsersCardKind, context);
  const pager = pageButtons(view, l, (title, choice) =>
    button({ verb: 'move.page', title, choice }),
  );
  const choose = button({
    verb: 'move.choose',
    title: l.t('cards.moveUsers.choose'),
    inputs: true,
    ...(picked > 0 ? {} : { primary: true as const }),
  });
  const all = button({ verb: 'move.choose', title: l.t('cards.moveUsers.all'), choice: 'all' });
  const withPicked = button({
    verb: 'move.choose',
    title: counted(l, 'cards.moveUsers.withPicked', picked),
    choice: 'picked',
    primary: true,
  });
  return frame(moveUsersCardKind, context, {
    title: l.t('cards.moveUsers.title', { target }),
    summary: l.t('cards.moveUsers.summary', { source, target }),
    body: [
      paragraph(l.t('cards.moveUsers.intro', { source, target })),
      facts([
        [l.t('cards.changePlan.left'), shown(left, l)],
        [l.t('cards.changePlan.free'), shown(view.free, l)],
        [l.t('cards.moveUsers.picked'), l.number(picked)],
      ]),
      usersInput(l, 'cards.moveUsers'),
      ...listed(view, context),
    ],
    actions: [
      ...(picked > 0 ? [withPicked] : []),
      choose,
      all,
      ...pager,
      ...(pager.length === 0
        ? [button({ verb: 'manual.next', title: l.t('cards.backup.next') })]
        : []),
    ],
  });
}

/** Where people name whom they mean. @param section key of the sentences about it */
export function usersInput(l: Localiser, section: 'cards.moveUsers' | 'cards.freeUsers'): Element {
  return {
    type: 'Input.Text',
    id: 'users',
    label: l.t(`${section}.users`),
    placeholder: l.t(`${section}.placeholder`),
    isMultiline: true,
    isRequired: true,
    errorMessage: l.t(`${section}.usersError`),
    maxLength: longestText,
  };
}

const shown = (count: OrUnknown<number>, l: Localiser): string =>
  isKnown(count) ? l.number(Math.max(0, count)) : l.t('cards.changePlan.unknown');

/** Names of people are shown letter by letter. */
function listed(view: MoveUsersView, context: CardContext): Element[] {
  const { l } = context;
  const { items, search, isCut } = view;
  if (items.length === 0) {
    return [verbatim(l.t('cards.moveUsers.nobody', { search: search ?? '' }))];
  }
  const title = search === undefined ? [] : [verbatim(l.t('cards.moveUsers.found', { search }))];
  return [
    ...title,
    ...items.map((item) => userRow(item, view, context)),
    ...pageLine(view, l),
    ...(isCut ? [small(l.t('cards.moveUsers.cut'))] : []),
  ];
}

function userRow(
  item: MoveUsersItem & { choice: string },
  { timeZone }: MoveUsersView,
  context: CardContext,
): Element {
  const { l } = context;
  const { userName, department, lastSignIn } = item;
  const signedIn =
    lastSignIn === 'unknown'
      ? []
      : [
          lastSignIn === 'never'
            ? l.t('cards.moveUsers.neverSignedIn')
            : l.t('cards.moveUsers.signedIn', {
                time: l.date(dayIn(timeZone, Temporal.Instant.from(lastSignIn))),
              }),
        ];
  const line = [userName, ...(department ? [department] : []), ...signedIn].join(' · ');
  return pickRow(item, line, buttonsOf(moveUsersCardKind, context), l);
}
