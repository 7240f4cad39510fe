/** Cards of moving users. */
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
  move: { planned: { swap: 1 }, selection: { kind: 'all' } },
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
  },
  ...names,
  ...seen,
  refused: [],
};

export const moveSamples = {
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
    'one licence short': { ...plan, capacity: { needed: 2, free: 1, short: 1 } },
    full: {
      ...longNames,
      move: {
        ...plan.move,
        planned: Object.fromEntries(kinds.map((kind) => [kind, 100_000])),
      },
      rows: [...kinds, 'swap', 'swap', 'strange'].map((kind) => row(kind, hostileName)),
      next: 3,
      capacity: { needed: 100_000, free: 1, short: 99_999 },
    },
  }),
  move: samplesOf(moveCard, {
    ...Object.fromEntries(
      moveStateSchema.options.map((state) => [state, { ...move, move: { ...move.move, state } }]),
    ),
    'nobody yet': { ...move, move: { ...move.move, tally: { states: {}, reasons: {} } } },
    full: {
      ...move,
      ...longNames,
      move: {
        ...move.move,
        state: 'doneWithUsersLeft',
        pausedFor: 'connection.no-permission',
        selection: { kind: 'undo', moveId: 'm' },
      },
      refused: Array.from({ length: 10 }, () => row('swap', hostileName)),
    },
  }),
};
