import assert from 'node:assert/strict';
import { permissionToMove } from '../../../../microsoft/permissions.ts';
import { skus } from '../../../../sandbox/tenant/skus.ts';
import { LiveBot } from '../../../microsoft/wire/liveBot.ts';
import { allRoles } from '../../../microsoft/wire/wireTenants.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import {
  type Exchange,
  startTalk,
  type Talk,
  withTalk,
} from '../../../support/teams/transcript.ts';
import { elsewhere } from '../../../support/tenant/elsewhere.ts';

const card = ({ teams }: Talk, id: string): string => textOf(teams.lastCard(id));

const toUsers: Exchange[] = [
  ['scenario license-conflict', ''],
  ['upgrade', '', '[diagnosis]'],
  ['press free.start', '=diagnosis', '[free-users]'],
];
const toPlan: Exchange[] = [
  ...toUsers,
  ['suggest', '=free-users', '[free-users]'],
  ['next', '=free-users', '[move-plan]'],
];
const toFreed: Exchange[] = [
  ...toPlan,
  ['take them', '=move-plan', '[move]'],
  ['wait [notice]', '[notice]'],
];

/** Somebody else in the same organization, in a chat of their own. */
async function withOther(
  { bot, teams }: Talk,
  role: string,
  task: (other: FakeTeams) => Promise<void>,
): Promise<void> {
  const { tenantId = '' } = teams;
  const other = await FakeTeams.start({ botUrl: bot.url, userName: 'Robin', tenantId });
  try {
    await other.say(`role ${role}`);
    await task(other);
  } finally {
    await other.stop();
  }
}

const bought = (quantity: number) =>
  [
    (owned: readonly Parameters<Parameters<typeof elsewhere>[1]>[0][number][]) =>
      owned.map((one) =>
        one.skuId === skus.businessStandard ? { ...one, quantity: one.quantity + quantity } : one,
      ),
  ] as const;

/** As Teams does when it is in doubt. */
const twice: typeof fetch = async (input, init) => {
  await (await fetch(input, init)).text();
  return fetch(input, init);
};

describe('More users than licences', () => {
  it('come to an upgrade that is complete, with a process of its own for each message', () =>
    withTalk(
      async (talk) => {
        await talk.play([
          ...toFreed,
          ['press upgrade.start', '', '[plans]'],
          ['business premium', '=plans', '[configure]'],
          ['next', '=configure', '[review]'],
          ['place order', '=review', '[order]'],
          ['wait [notice]', '[notice]'],
        ]);
        assert.match(card(talk, 'notice'), /Your upgrade is complete/);
      },
      { restarts: true },
    ));

  it('lose a licence once, though everything is delivered and pressed twice', async () => {
    const talk = await startTalk();
    const { tenantId = '' } = talk.teams;
    const teams = await FakeTeams.start({ botUrl: talk.bot.url, tenantId, post: twice });
    try {
      await teams.say('scenario license-conflict');
      for (const text of ['upgrade', 'free up licenses', 'suggest', 'next']) await teams.say(text);
      const plan = structuredClone(teams.lastCard('move-plan'));
      const presses = [1, 2].map(() => teams.press(plan, { verb: 'move.start' }));
      for (const { status } of await Promise.all(presses)) assert.equal(status, 200);
      await teams.waitFor(() => teams.cards.some(({ id }) => id === 'notice'));
      await teams.press(plan, { verb: 'move.start' });
      await teams.say('free up licenses');
      assert.match(textOf(teams.lastCard('free-users')), /No license .* has to come free/);
      assert.equal(teams.cards.filter(({ id }) => id === 'notice').length, 1);
    } finally {
      await teams.stop();
      await talk.end();
    }
  });

  it('are named to nobody whose role may not see them, and lose nothing to who may not take it', () =>
    withTalk(async (talk) => {
      await talk.play([...toPlan, ['role billing-admin', '']]);
      await talk.play([
        ['take them', 'Your role may not give or take licenses'],
        ['press move.start', 'Your role may not give or take licenses'],
      ]);
      await withOther(talk, 'reader', async (other) => {
        for (const text of ['upgrade', 'free up licenses']) await other.say(text);
        assert.match(other.texts.join('\n'), /Your role may not list users/);
        assert.ok(other.cards.every(({ id }) => id !== 'free-users' && id !== 'move-plan'));
      });
      await talk.play([
        ['role reader', ''],
        ['back', '=move-plan', 'may not list users', '[diagnosis]'],
      ]);
    }));

  it('lose nothing more to another admin who has not seen yet that it is done', () =>
    withTalk(async (talk) => {
      await talk.play(toPlan);
      await withOther(talk, 'license-admin', async (other) => {
        for (const text of ['free up licenses', '4', 'next']) await other.say(text);
        assert.match(textOf(other.lastCard('move-plan')), /2 users too many would be left/);
        await talk.play([
          ['take them', '=move-plan', '[move]'],
          ['wait [notice]', '[notice]'],
        ]);
        await other.say('take them');
        assert.match(other.texts.join('\n'), /It is different now: there are 0 users too many/);
        assert.ok(other.cards.every(({ id }) => id !== 'move'));
        await other.say('take them');
        assert.equal(other.cards.at(-1)?.id, 'move');
      });
    }));

  it('get their licence back from the report, once there are enough', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toFreed,
        ['press manual.start', '[move]'],
        ['press move.undo', '[move-plan]'],
        ['give them back', '3 licenses are missing, 0 free'],
      ]);
      await elsewhere(talk, ...bought(3));
      await talk.play([
        ['press move.start', '=move-plan', '[move]'],
        ['wait [notice]', '[notice]'],
      ]);
      assert.match(card(talk, 'notice'), /3 users have .* back, as it was/);
      await talk.play([['next', '', '[plans]']]);
    }));

  it('need not do without when licences are added, which is seen at the next look', () =>
    withTalk(async (talk) => {
      await talk.play([...toUsers, ['press free.buy', '=free-users', '[add-licences]']]);
      await elsewhere(talk, ...bought(3));
      await talk.play([['press diagnosis.recheck', '=add-licences', '', '[plans]']]);
    }));

  it('are never all of them, and who chooses nobody is told what to type', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toUsers,
        ['all', 'Choose who can do without it'],
        ['next', 'Type “suggest”'],
        ['press move.page {"choice":"2"}', '=free-users'],
        ['press move.pick', '=free-users'],
        ['press move.pick', '=free-users'],
        ['inactive for 90 days', '=free-users', '[move-plan]'],
      ]);
      assert.match(card(talk, 'move-plan'), /\d+ users would do without/);
      await talk.play([['back', '=move-plan', '[free-users]']]);
    }));

  it('are one too many for an automatic upgrade, and one licence opens it', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario too-many-assigned', ''],
        ['upgrade', '', '[diagnosis]'],
        ['free up licenses', '=diagnosis', '[free-users]'],
      ]);
      assert.match(card(talk, 'free-users'), /there is 1 user too many/);
      assert.doesNotMatch(JSON.stringify(talk.teams.lastCard('free-users').json), /free\.buy/);
      await talk.play([
        ['suggest', '=free-users', '[free-users]'],
        ['next', '=free-users', '[move-plan]'],
        ['take them', '=move-plan', '[move]'],
        ['wait [notice]', '[notice]'],
        ['next', '', '[plans]'],
      ]);
    }));

  it('are chosen without a diagnosis as well: the plan that has too many is found', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario license-conflict', ''],
        ['please free up licences', '[free-users]'],
        ['scenario happy', '…'],
        ['take licenses back', '=free-users', '[free-users]'],
      ]);
      assert.match(card(talk, 'free-users'), /No license .* has to come free/);
    }));
});

describe('More users than licences in a real tenant', () => {
  let live: LiveBot;
  let teams: FakeTeams;
  before(async () => {
    live = await LiveBot.start();
  });
  after(async () => {
    await teams?.stop();
    await live.stop();
  });

  it('are not suggested where nobody’s last sign-in is told, and lose nothing before that is allowed; then they do, though Graph throttles', async () => {
    const tenantId = await live.wire.tenants.addUnasked('license-conflict');
    teams = await live.connectedChat(tenantId);
    const { sandbox } = live.wire.tenants;
    await sandbox.setRole(tenantId, teams.user.aadObjectId ?? '', 'license-admin');
    await teams.say('free up licenses');
    const shown = textOf(teams.lastCard('free-users'));
    assert.match(shown, /I can't see here when users signed in last/);
    assert.match(shown, /last sign-in unknown/);
    for (const text of ['1', '2', '3', 'next', 'take them']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'allow-licences');
    const assigned = async () =>
      (await sandbox.assignedLicences(tenantId)).get(skus.businessStandard);
    assert.equal(await assigned(), 28);
    live.wire.tenants.admins.push({ roles: [...allRoles, permissionToMove.name] });
    assert.equal((await live.consent(teams)).status, 200);
    await teams.waitFor(() => teams.cards.at(-1)?.id === 'move-plan');
    live.wire.graph.throttlesEvery = 3;
    live.wire.graph.throttledFor = 0;
    const notices = () => teams.cards.filter(({ id }) => id === 'notice').length;
    while (!teams.cards.some(({ id }) => id === 'move')) await teams.say('take them');
    await teams.waitFor(() => notices() > 0);
    assert.equal(await assigned(), 25);
    assert.equal(notices(), 1);
  });
});
