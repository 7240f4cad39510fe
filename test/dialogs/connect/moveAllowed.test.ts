import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { LiveBot } from '../../microsoft/wire/liveBot.ts';
import { allRoles } from '../../microsoft/wire/wireTenants.ts';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';

const { t } = localiser('en-US');
const write = 'LicenseAssignment.ReadWrite.All';
const said = (teams: FakeTeams): string => teams.texts.join('\n');

describe('moving the users of a real tenant', () => {
  let live: LiveBot;
  let teams: FakeTeams;
  before(async () => {
    live = await LiveBot.start();
  });
  afterEach(async () => {
    live.wire.mend();
    await teams.stop();
  });
  after(() => live.stop());

  /** A move that was tried out, of an organization that lets itself be read. */
  const toTheMove = async (): Promise<void> => {
    const tenantId = await live.wire.tenants.addUnasked('customised-services');
    teams = await live.connectedChat(tenantId);
    const { sandbox } = live.wire.tenants;
    await sandbox.setRole(tenantId, teams.user.aadObjectId ?? '', 'global-admin');
    for (const text of ['manual', 'business premium', 'begin']) await teams.say(text);
    await sandbox.buy(tenantId, skus.businessPremium, 100);
    for (const text of ['check again', 'move them', 'all']) await teams.say(text);
    assert.equal(teams.cards.at(-1)?.id, 'move-plan', said(teams));
  };

  it('asks for licences only then, goes on by itself once they may be changed, and moves', async () => {
    await toTheMove();
    assert.ok(teams.cards.every(({ id }) => id !== 'allow-licences'));
    await teams.say('move them');
    const card = textOf(teams.lastCard('allow-licences'));
    assert.ok(card.includes(t(`permissions.${write}.why`)));
    live.wire.tenants.admins.push({ roles: [...allRoles, write] });
    const { status } = await live.consent(teams);
    assert.equal(status, 200);
    await teams.waitFor(() => teams.cards.at(-1)?.id === 'move-plan');
    await teams.say('move them');
    await teams.waitFor(() => teams.cards.some(({ id }) => id === 'move'));
    const { tenantId = '' } = teams;
    const { sandbox } = live.wire.tenants;
    await teams.waitFor(() => teams.cards.some(({ id }) => id === 'notice'));
    assert.equal((await sandbox.assignedLicences(tenantId)).get(skus.businessPremium), 100);
  });

  it('moves nobody where that was refused, and goes on reading', async () => {
    await toTheMove();
    await teams.say('move them');
    live.wire.tenants.admins.push({ error: 'access_denied', number: 65004 });
    await live.consent(teams);
    const sentence = t('dialogs.connect.outcomes.licencesRefused');
    await teams.waitFor(() => said(teams).includes(sentence));
    const { tenantId = '' } = teams;
    const assigned = await live.wire.tenants.sandbox.assignedLicences(tenantId);
    assert.equal(assigned.get(skus.businessPremium) ?? 0, 0);
    await teams.say('status');
    assert.equal(teams.cards.at(-1)?.id, 'status');
  });
});
