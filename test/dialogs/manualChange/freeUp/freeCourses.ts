/** More users than licences: whose licence is taken, and who has what then. */
import type { DirectoryUser } from '../../../../commerce/ports/userLicences.ts';
import { skus } from '../../../../sandbox/tenant/skus.ts';
import type { Exchange } from '../../../support/teams/transcript.ts';
import { inOrder } from '../../../support/tenant/movedUsers.ts';
import type { Course } from '../courses.ts';

const scenario = 'license-conflict';
const { businessStandard } = skus;
/** Of 28 users with 25 licences, those who have never signed in. */
const neverThere = ['bjorn.forsberg', 'liam.lindgren', 'william.sandberg'];
/** Three others. */
const listed = ['hanna.nystrom', 'sanna.wallin'];

/** Nobody loses anything but that one licence, and nobody but those loses it. */
const without =
  (isMeant: (user: DirectoryUser) => boolean) =>
  (before: readonly DirectoryUser[]): DirectoryUser[] =>
    inOrder(
      before.map((user) => ({
        ...user,
        assignments: user.assignments.filter(
          ({ skuId }) => skuId !== businessStandard || !isMeant(user),
        ),
      })),
    );

const named =
  (names: readonly string[]) =>
  ({ userName }: DirectoryUser): boolean =>
    names.some((name) => userName.startsWith(`${name}@`));

/** Sellers say more or less before it. */
const toPlans = '[plans] Microsoft 365 Business Premium';

/** Words of one language. */
interface Words {
  locale: string;
  upgrade: string;
  free: string;
  suggest: string;
  next: string;
  take: string;
  free3: string;
  clear: string;
  conflict: string;
}

const languages: readonly Words[] = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    free: 'free up licenses',
    suggest: 'suggest',
    next: 'next',
    take: 'take the licenses',
    free3: '3 users would do without Microsoft 365 Business Standard',
    clear: 'nothing stands in the way of upgrading Microsoft 365 Business Standard any more',
    conflict: 'More users than licenses',
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    free: 'frigör licenser',
    suggest: 'föreslå',
    next: 'nästa',
    take: 'ta licenserna',
    free3: '3 användare skulle bli utan Microsoft 365 Business Standard',
    clear: 'inget står längre i vägen för att uppgradera Microsoft 365 Business Standard',
    conflict: 'Fler användare än licenser',
  },
];

/** By the diagnosis to the dry run of those who are suggested, then to the plans. */
const typed = ({ upgrade, free, suggest, next, take, ...words }: Words): Exchange[] => [
  [upgrade, '', `[diagnosis] ${words.conflict}`],
  [free, '=diagnosis', '[free-users]'],
  [suggest, '=free-users', '[free-users]'],
  [next, '=free-users', `[move-plan] ${words.free3}`],
  [take, '=move-plan', '[move]'],
  ['wait [notice]', `[notice] ${words.clear}`],
  [next, '…', toPlans],
];

const pressed = ({ upgrade, free3, clear }: Words): Exchange[] => [
  [upgrade, '', '[diagnosis]'],
  ['press free.start', '=diagnosis', '[free-users]'],
  ['press free.suggest', '=free-users'],
  ['press move.choose {"choice":"picked"}', '=free-users', `[move-plan] ${free3}`],
  ['press move.start', '=move-plan', '[move]'],
  ['wait [notice]', `[notice] ${clear}`],
  ['press upgrade.start', '…', toPlans],
];

const byWords = languages.flatMap((words): Course[] => [
  {
    ...{ scenario, locale: words.locale, how: `by typing, in ${words.locale}` },
    table: typed(words),
    after: without(named(neverThere)),
  },
  {
    ...{ scenario, locale: words.locale, how: `by pressing, in ${words.locale}` },
    table: pressed(words),
    after: without(named(neverThere)),
  },
]);

const courses: readonly Course[] = [
  ...byWords,
  {
    ...{ scenario, how: 'with a list that is too short, one who is picked, and what was taken' },
    table: [
      ['free up licenses', '[free-users] there are 3 users too many'],
      [
        listed.map((name) => `${name}@contoso.example`).join('; '),
        '=free-users',
        'I have read 2 names',
        '[move-plan] That is not enough: 1 user too many would be left',
      ],
      ['take them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice] Still in the way of the upgrade: More users than licenses'],
      ['free up licenses', '[free-users] 1 license of Microsoft 365 Business Standard has to'],
      ['search björn', '=free-users', '[free-users] Found under'],
      ['1', '=free-users', '[free-users] Picked\n1'],
      ['next', '=free-users', '[move-plan] 1 user would do without'],
      ['begin', '=move-plan', '[move]'],
      ['wait [notice]', '[notice] nothing stands in the way'],
      ['report', 'as CSV', 'bjorn.forsberg@contoso.example'],
      ['check again', '…', toPlans],
    ],
    after: without(named([...listed, 'bjorn.forsberg'])),
  },
  {
    ...{ scenario, how: 'and by adding licenses instead' },
    table: [
      ['upgrade', '', '[diagnosis]'],
      ['press free.start', '=diagnosis', '[free-users]'],
      ['add licenses', '=free-users', '[add-licences] 3 licenses of Microsoft 365 Business'],
      ['back', '=add-licences', '[free-users]'],
      ['press free.buy', '=free-users', '[add-licences]'],
      ['check again', '=add-licences', '[diagnosis] More users than licenses'],
    ],
    after: without(() => false),
  },
  {
    ...{ scenario: 'group-licensing', how: 'whose licenses are not touched' },
    table: [
      ['upgrade', '…'],
      ['free up licenses of business standard', '…', '[free-users] 11 users have the license from'],
      ['department lager', '=free-users', '[move-plan] from a group'],
      ['take them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice]'],
      ['press manual.start', '[move] gives this license. Change the license of the group'],
    ],
    after: without(
      (user) =>
        user.department === 'Lager' && user.assignments.every(({ group }) => group === undefined),
    ),
  },
];

export const freeCourses: readonly Course[] = courses.map((course) => ({
  ...course,
  seesSignIns: true,
}));
