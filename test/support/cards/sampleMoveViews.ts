/** Views of the notices of a move. */
import type { FreeNoticeView } from '../../../cards/orders/freeNoticeCard.ts';
import type { MoveNoticeView } from '../../../cards/orders/moveNoticeCard.ts';
import { moveNoticeKindSchema } from '../../../commerce/model/move/move.ts';

const plain: MoveNoticeView['move'] = {
  by: 'Åsa Öberg',
  planned: { swap: 1 },
  tally: { states: { confirmed: 1 }, reasons: {} },
};

const full: MoveNoticeView['move'] = {
  by: '**Åsa** [Öberg](https://example.com) von und zu Hohenstein-Lichtenberg',
  planned: { swap: 98_765, removeOld: 12, group: 1_234 },
  tally: {
    states: { confirmed: 98_700, moved: 12, waiting: 40, refused: 1_234 },
    reasons: { GroupAssigned: 1_234 },
  },
  pausedFor: 'connection.no-permission',
};

/** Each kind, plain and with all that it can say. */
export function moveNoticeViews(
  names: Pick<MoveNoticeView, 'sourceName' | 'targetName'>,
  longNames: Pick<MoveNoticeView, 'sourceName' | 'targetName'>,
): Record<string, MoveNoticeView> {
  const views = moveNoticeKindSchema.options.flatMap((kind): [string, MoveNoticeView][] => [
    [`users moved: ${kind}`, { kind, move: plain, ...names }],
    [`users moved: ${kind}, full`, { kind, move: full, ...longNames }],
  ]);
  return Object.fromEntries(views);
}

const freeKinds = ['planned', 'done', 'doneWithUsersLeft', 'interrupted'] as const;
const undo = { kind: 'undo', moveId: 'm' } as const;

/** The same of licences that come free, and of those that are given back. */
export function freeNoticeViews(
  planName: string,
  longName: string,
): Record<string, FreeNoticeView> {
  const [free, back] = [{ selection: { kind: 'all' } } as const, { selection: undo }];
  const of = (kind: FreeNoticeView['kind'], aim: typeof free | typeof back) =>
    [
      [`plain`, { kind, move: { ...plain, ...aim }, planName }],
      [`full`, { kind, move: { ...full, ...aim }, planName: longName }],
    ] as const;
  const freed = freeKinds.flatMap((kind) =>
    of(kind, free).map(([name, view]) => [`freed: ${kind}, ${name}`, view] as const),
  );
  const givenBack = [...freeKinds, 'noLicences' as const].flatMap((kind) =>
    of(kind, back).map(([name, view]) => [`given back: ${kind}, ${name}`, view] as const),
  );
  const done = { kind: 'done', move: { ...plain, ...free }, planName } as const;
  return {
    ...Object.fromEntries([...freed, ...givenBack]),
    'freed, and the way is free': { ...done, standing: [] },
    'freed, and something is in the way': {
      ...{ ...done, planName: longName },
      standing: ['LICENSE_CONFLICT', 'UNPAID_BALANCE'],
    },
    'freed, and not looked at': { ...done, standing: 'unknown' },
  };
}
