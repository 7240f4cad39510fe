import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { scenarios } from '../../../../sandbox/scenarios/scenarioList.ts';
import { LiveBot } from '../../../microsoft/wire/liveBot.ts';
import { type RunningBot, startBot } from '../../../support/bot/bot.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import { buysInAdminCenter, planInAdminCenter } from './adminBuys.ts';
import { endOf } from './chatEnd.ts';
import { ends, goneInTime } from './ends.ts';

const rows = Object.entries(ends);

describe('every scenario, from hi to its end', () => {
  let open: FakeTeams[];
  beforeEach(() => {
    open = [];
  });
  afterEach(() => Promise.all(open.map((teams) => teams.stop())));
  const opened = (teams: FakeTeams): FakeTeams => {
    open.push(teams);
    return teams;
  };

  it('is in the table', () => {
    assert.deepEqual(Object.keys(ends).toSorted(), scenarios.map(({ name }) => name).toSorted());
  });

  it('goes on to the message that it is complete in at least 20 of each live back end', () => {
    const messages: unknown[] = ['completed', 'completedWithUserErrors'];
    const told = (live: 'partner' | 'direct') =>
      rows.filter(([, row]) => messages.includes(row[live])).map(([name]) => name);
    assert.equal(told('direct').length, 20);
    assert.equal(new Set([...told('partner'), ...goneInTime]).size, 24);
  });

  it('says why, wherever a back end sees it otherwise', () => {
    for (const [scenario, { sandbox, partner, direct, because }] of rows) {
      const isSame = isDeepStrictEqual(partner, sandbox) && isDeepStrictEqual(direct, sandbox);
      assert.equal(isSame, because === undefined, scenario);
    }
  });

  describe('in the sandbox', () => {
    let bot: RunningBot;
    before(async () => {
      bot = await startBot();
    });
    after(() => bot.stop());

    for (const [scenario, { sandbox }] of rows) {
      it(`${scenario}: ${sandbox}`, async () => {
        const teams = opened(await FakeTeams.start({ botUrl: bot.url }));
        await teams.say(`scenario ${scenario}`);
        assert.deepEqual(await endOf(teams, { pass: () => teams.say('time +2d') }), sandbox);
      });
    }
    for (const scenario of goneInTime) {
      it(`${scenario}: completed, once it stands in the way no more`, async () => {
        const teams = opened(await FakeTeams.start({ botUrl: bot.url }));
        await teams.say(`scenario ${scenario}`);
        const mend = () => teams.say('time +3d');
        const pass = () => teams.say('time +2d');
        assert.equal(await endOf(teams, { pass, mend }), 'completed');
      });
    }
  });

  describe('with a partner, at Partner Center', () => {
    let live: LiveBot;
    before(async () => {
      live = await LiveBot.startForPartner();
    });
    after(() => live.stop());

    for (const [scenario, { partner }] of rows) {
      if (partner === undefined) continue;
      it(`${scenario}: ${partner}`, async () => {
        const { tenants, partnerCenter } = live.wire;
        const tenantId = await tenants.addCustomer(scenario);
        await tenants.hurry(tenantId);
        const teams = opened(await live.connectedChat(tenantId));
        assert.deepEqual(await endOf(teams), partner);
        const isOrdered = typeof partner === 'string';
        assert.equal(partnerCenter.orders.placedIn(tenantId), isOrdered ? 1 : 0);
        for (const card of teams.cards) {
          assert.doesNotMatch(textOf(card), /simulat|list prices/i);
        }
      });
    }
    for (const scenario of goneInTime) {
      it(`${scenario}: completed, once it stands in the way no more`, async () => {
        const { tenants, partnerCenter } = live.wire;
        const tenantId = await tenants.addCustomer(scenario);
        await tenants.hurry(tenantId);
        const teams = opened(await live.connectedChat(tenantId));
        const mend = () => tenants.sandbox.moveTime(tenantId, Temporal.Duration.from({ days: 3 }));
        assert.equal(await endOf(teams, { mend }), 'completed');
        assert.equal(partnerCenter.orders.placedIn(tenantId), 1);
      });
    }
  });

  describe('with Microsoft directly, in the admin center', () => {
    let live: LiveBot;
    before(async () => {
      live = await LiveBot.start({ directoryLagMinutes: 0 });
    });
    after(() => live.stop());

    for (const [scenario, { direct }] of rows) {
      it(`${scenario}: ${direct}`, async () => {
        const { tenants } = live.wire;
        const tenantId = await tenants.addUnasked(scenario);
        const teams = opened(await live.connectedChat(tenantId));
        await tenants.hurry(tenantId);
        const plan = () => planInAdminCenter(tenants, teams);
        const buy = () => buysInAdminCenter(tenants, teams);
        assert.deepEqual(await endOf(teams, { plan, buy }), direct);
        for (const card of teams.cards) assert.doesNotMatch(textOf(card), /simulat/i);
      });
    }
  });
});
