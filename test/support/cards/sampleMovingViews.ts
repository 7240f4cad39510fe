/** Cards of moving users, and of taking licences back. */
import { addLicencesCard } from '../../../cards/manualChange/freeUp/addLicencesCard.ts';
import {
  type FreeUsersView,
  freeUsersCard,
} from '../../../cards/manualChange/freeUp/freeUsersCard.ts';
import { type MoveView, moveCard } from '../../../cards/manualChange/moveCard.ts';
import { type MovePlanView, movePlanCard } from '../../../cards/manualChange/movePlanCard.ts';
import { type MoveUsersView, moveUsersCard } from '../../../cards/manualChange/moveUsersCard.ts';
import { moveStateSchema } from '../../../commerce/model/move/move.ts';
import type { Mover } from '../../../commerce/model/move/movePart.ts';
import { samplesOf } from './cardSamples.ts';
import { hostileName, longNames, names, now, seen, timeZone } from './sampleData.ts';

const choice = 'x'.repeat(64);
const kinds = [
  'swap',
  'removeOld',
  'group',
  'noLocation',
  'alreadyMoved',
  'notOwned',
  'unknownUser',
];
const freeKinds = ['free', 'group', 'notOwned', 'unknownUser', 'strange'];
const giveKinds = ['give', 'has', 'noLocation', 'unknownUser'];
const targetSkuId = 'c7df2760-2c81-4ef7-b578-5b5392b571df';
const undo = { kind: 'undo', moveId: 'm' } as const;
const services = ['SharePoint Online', 'Microsoft Teams', 'Exchange Online (Plan 1)'];

const row = (kind: string, name: string): Mover => ({
  name,
  userName: `${name}@contoso.com`,
  kind,
  state: 'refused',
  reason: 'MutuallyExclusiveViolation',
  keptOff: services,
  unmapped: services,
});

const users: MoveUsersView = {
  ...names,
  left: 22,
  free: 3,
  picked: 0,
  isCut: false,
  timeZone,
  items: [
    { name: 'Anna', userName: 'anna@contoso.com', lastSignIn: 'unknown', isPicked: false, choice },
  ],
  page: 1,
  pages: 1,
};

const plan: MovePlanView = {
  move: { planned: { swap: 1 }, selection: { kind: 'all' }, targetSkuId },
  ...names,
  rows: [row('swap', 'Anna')],
};

const move: MoveView = {
  move: {
    state: 'running',
    tally: { states: { waiting: 10, moved: 8, confirmed: 3, refused: 1 }, reasons: {} },
    planned: { swap: 22 },
    by: hostileName,
    selection: { kind: 'all' },
    targetSkuId,
  },
  ...names,
  ...seen,
  refused: [],
};

const one: FreeUsersView = {
  planName: names.sourceName,
  ...{ toFree: 1, addingHelps: true, suggested: 1, ofGroups: 1, signInsUnknown: false, picked: 1 },
  ...{ read: 28, isCut: false, timeZone, page: 1, pages: 1 },
  items: [
    {
      ...{ name: 'Anna', userName: 'anna@contoso.com', lastSignIn: 'never', away: 'never' },
      ...{ isPicked: true, choice },
    },
  ],
};

const nobody: FreeUsersView = {
  ...one,
  ...{ toFree: 0, addingHelps: false, suggested: 0, ofGroups: 0, signInsUnknown: true, picked: 0 },
  items: [],
};

/** What a move does that takes licences, or gives them back. */
const free = {
  planned: { free: 1, group: 1 },
  selection: { kind: 'all' },
  targetSkuId: undefined,
} as const;
const lost = { services: ['EXCHANGE_MAILBOX', 'TEAMS'], features: ['desktop-apps'], toFree: 3 };
const states = moveStateSchema.options.filter((state) => state !== 'awaiting');

export const moveSamples = {
  'free-users': samplesOf(freeUsersCard, {
    one,
    nobody,
    'nobody found': { ...nobody, search: hostileName },
    'some read': { ...one, toFree: 3, suggested: 3, ofGroups: 2, read: 1, isCut: true },
    full: {
      ...one,
      ...{ planName: longNames.sourceName, toFree: 98_765, suggested: 100, ofGroups: 1_234 },
      ...{ picked: 100, read: 12_000, isCut: true, page: 2, pages: 20 },
      items: (['long', 'some', 'lately', 'unknown', 'never'] as const).map((away, at) => ({
        ...{ name: hostileName, userName: hostileName, department: hostileName, away },
        ...{ lastSignIn: away === 'unknown' ? away : now, isPicked: at === 0, choice },
        ...(at === 2 ? { group: hostileName } : {}),
      })),
    },
    found: { ...one, search: hostileName, isCut: true },
  }),
  'add-licences': samplesOf(addLicencesCard, {
    one: { planName: names.sourceName, missing: 1, agreement: 'MOSA' },
    partner: { planName: longNames.sourceName, missing: 98_765, agreement: 'CSP' },
    enough: { planName: names.sourceName, missing: 0, agreement: 'unknown' },
  }),
  'move-users': samplesOf(moveUsersCard, {
    one: users,
    'one picked': { ...users, picked: 1 },
    nobody: { ...users, left: 'unknown', free: 'unknown', items: [], search: hostileName },
    full: {
      ...users,
      ...longNames,
      picked: 100,
      search: hostileName,
      isCut: true,
      items: [true, false, true, false, true].map((isPicked) => ({
        name: hostileName,
        userName: hostileName,
        department: hostileName,
        lastSignIn: isPicked ? now : 'never',
        isPicked,
        choice,
      })),
      page: 2,
      pages: 20,
    },
  }),
  'move-plan': samplesOf(movePlanCard, {
    one: plan,
    reading: {
      ...plan,
      move: {
        ...plan.move,
        planned: {},
        gathering: { taken: 1, rest: [], wanted: [], tells: true },
      },
      rows: [],
    },
    'one does without': { ...plan, move: free, rows: [row('free', 'Anna')], lost },
    'two too few': {
      ...plan,
      move: { ...free, planned: { free: 1, group: 2 } },
      rows: [{ ...row('group', 'Anna'), group: 'Sales' }],
      lost: { ...lost, toFree: 2 },
    },
    'one from a named group': {
      ...plan,
      move: free,
      rows: [{ ...row('group', 'Anna'), group: 'Sales' }],
      lost: { services: [], features: [], toFree: 1 },
    },
    'two more than needed': { ...plan, move: { ...free, planned: { free: 5 } }, lost },
    'full, without': {
      ...longNames,
      move: {
        ...free,
        planned: Object.fromEntries(freeKinds.map((kind) => [kind, 100_000])),
      },
      rows: freeKinds.map((kind) => row(kind, hostileName)),
      next: 3,
      lost: { ...lost, toFree: 99_999 },
    },
    'given back to one': {
      ...plan,
      move: { planned: { give: 1 }, selection: undo },
      capacity: { needed: 1, free: 0, short: 1 },
    },
    'full, given back': {
      ...longNames,
      move: {
        planned: Object.fromEntries(giveKinds.map((kind) => [kind, 100_000])),
        selection: undo,
      },
      rows: giveKinds.map((kind) => row(kind, hostileName)),
      next: 3,
      capacity: { needed: 100_000, free: 1, short: 99_999 },
    },
    'one licence short': { ...plan, capacity: { needed: 2, free: 1, short: 1 } },
    full: {
      ...longNames,
      move: {
        ...plan.move,
        planned: Object.fromEntries(kinds.map((kind) => [kind, 100_000])),
      },
      rows: [...kinds, ...kinds, 'swap', 'swap', 'swap', 'swap', 'swap', 'strange'].map(
        (kind, at) => ({
          ...row(kind, hostileName),
          ...(kind === 'group' && at < kinds.length ? { group: hostileName } : {}),
        }),
      ),
      next: 3,
      capacity: { needed: 100_000, free: 1, short: 99_999 },
    },
  }),
  move: samplesOf(moveCard, {
    ...Object.fromEntries(
      moveStateSchema.options.map((state) => [state, { ...move, move: { ...move.move, state } }]),
    ),
    ...Object.fromEntries(
      moveStateSchema.options.map((state) => [
        `keeping: ${state}`,
        { ...move, move: { ...move.move, selection: { kind: 'order', orderId: 'o' }, state } },
      ]),
    ),
    ...Object.fromEntries(
      states.flatMap((state) => [
        [`free: ${state}`, { ...move, move: { ...move.move, ...free, state } }],
        [
          `given back: ${state}`,
          { ...move, move: { ...move.move, ...free, selection: undo, state } },
        ],
      ]),
    ),
    'nobody yet': { ...move, move: { ...move.move, tally: { states: {}, reasons: {} } } },
    full: {
      ...move,
      ...longNames,
      move: {
        ...move.move,
        state: 'doneWithUsersLeft',
        pausedFor: 'connection.no-permission',
        selection: undo,
      },
      refused: Array.from({ length: 20 }, (_, at) => ({
        ...row('swap', hostileName),
        ...(at === 0 ? { reason: 'group', group: hostileName } : {}),
      })),
      next: 5_000,
    },
  }),
};
