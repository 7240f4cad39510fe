import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { liveChats } from '../../microsoft/wire/liveChats.ts';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';

const { t } = localiser('en-US');
const said = (teams: FakeTeams): string => teams.texts.join('\n');
const cardsOf = (teams: FakeTeams): string[] => teams.cards.map(({ id }) => id);

describe('a connected tenant', () => {
  const chats = liveChats();

  const connected = async (scenario: string): Promise<FakeTeams> => {
    return chats.keep(
      await chats.live.connectedChat(await chats.live.wire.tenants.addUnasked(scenario)),
    );
  };
  const colleague = async ({ tenantId }: FakeTeams): Promise<FakeTeams> => {
    return chats.keep(await chats.live.chat(tenantId!));
  };

  const diagnosed: [scenario: string, code: string][] = [
    ['license-conflict', 'LICENSE_CONFLICT'],
    ['duplicate-product', 'DUPLICATE_PRODUCT'],
    ['service-incident', 'SERVICE_INCIDENT'],
    ['not-active', 'NOT_ACTIVE'],
    ['not-provisioned', 'NOT_PROVISIONED'],
    ['partner-managed', 'PARTNER_MANAGED'],
    ['trial', 'TRIAL'],
    ['legacy-plan', 'LEGACY_PLAN'],
  ];
  for (const [scenario, code] of diagnosed) {
    it(`is examined by reading: ${scenario}`, async () => {
      const teams = await connected(scenario);
      await teams.say('upgrade');
      if (!cardsOf(teams).includes('diagnosis')) {
        await teams.press(teams.lastCard('products'), 'product.choose');
      }
      const card = textOf(teams.lastCard('diagnosis'));
      assert.match(card, new RegExp(code));
      assert.ok(card.includes(t('reasons.warnings.TO_BE_CONFIRMED')));
      assert.ok(card.includes(t('cards.common.listPrices')));
    });
  }

  it('is led to the admin center with the numbers to enter, and sees what was bought', async () => {
    const teams = await connected('happy');
    await teams.say('upgrade');
    assert.ok(said(teams).includes('I see nothing that stands in the way'));
    await teams.say('business premium, 30 licenses, yearly');
    const card = textOf(teams.lastCard('admin-center'));
    for (const number of ['Microsoft 365 Business Premium', '30', '1 year', 'List prices']) {
      assert.ok(card.includes(number), number);
    }
    await teams.say('place order');
    assert.ok(!cardsOf(teams).includes('order'));
    await teams.press(teams.lastCard('admin-center'), 'purchase.check', { time: 'hour' });
    const order = teams.lastCard('order');
    assert.match(textOf(order), /Waiting for your purchase.*You have placed the order/s);
    await chats.live.wire.tenants.buy(teams.tenantId!, skus.businessPremium, 30);
    await teams.say('I have ordered it');
    await teams.waitFor(() => /Users being moved/.test(textOf(teams.card(order.messageId))));
    await teams.waitFor(() => cardsOf(teams).includes('notice'));
    assert.ok(textOf(teams.lastCard('notice')).includes(t('cards.notice.purchaseSeen.title')));
    await teams.say('status');
    assert.equal(cardsOf(teams).at(-1), 'status');
  });

  for (const [scenario, told] of [
    ['group-licensing', /groups give users their license: .+ \(8\), .+ \(3\)/],
    ['customised-services', /for everybody after .+ SharePoint Online \(50\)/],
  ] as const) {
    it(`is told what its users have of their own: ${scenario}`, async () => {
      const teams = await connected(scenario);
      await teams.say('upgrade');
      assert.match(said(teams), told);
    });
  }

  it('says so when it can not be seen what users have of their own', async () => {
    const teams = await connected('happy');
    chats.live.wire.graph.fail('500', {
      on: /\/users\?%24filter=assigned|\/users\?\$filter=assigned/,
    });
    await teams.say('upgrade');
    assert.ok(said(teams).includes(t('reasons.warnings.LICENSING_UNKNOWN')), said(teams));
  });

  it('shows what nobody tells as unknown', async () => {
    const teams = await connected('many-products');
    await teams.say('upgrade');
    const card = textOf(teams.lastCard('products'));
    assert.ok(card.includes(t('cards.products.termsUnknown')));
    assert.doesNotMatch(card, /undefined|unknown|NaN/);
  });

  const lost: [what: string, code: string, lose: (tenantId: string) => void][] = [
    [
      'the consent is taken back',
      'not-consented',
      (tenantId) => {
        chats.live.wire.tenants.consents.set(tenantId, { roles: [], isMissing: true });
        chats.live.wire.tenants.revokeAll();
      },
    ],
    ['a permission is taken back', 'no-permission', () => chats.live.wire.graph.fail('403')],
    ['Graph takes no token any more', 'token-refused', () => chats.live.wire.graph.fail('401')],
    [
      'a policy keeps us out',
      'blocked',
      (tenantId) => {
        chats.live.wire.tenants.consents.set(tenantId, { roles: [], isBlocked: true });
        chats.live.wire.tenants.revokeAll();
      },
    ],
  ];
  for (const [what, code, lose] of lost) {
    it(`is told, with the way to connect again, when ${what}`, async () => {
      const teams = await connected('happy');
      lose(teams.tenantId!);
      await teams.say('upgrade');
      assert.ok(said(teams).includes(t(`errors.connection.${code}`)), said(teams));
      assert.equal(cardsOf(teams).at(-1), 'connect');
      chats.live.wire.mend();
      await chats.live.consent(teams);
      await teams.waitFor(
        () => cardsOf(teams).includes('plans') || cardsOf(teams).includes('configure'),
      );
    });
  }

  it('is told whom to ask, and shown no link, when the bot itself is not accepted', async () => {
    const teams = await connected('happy');
    const { secret } = chats.live.wire.app;
    chats.live.wire.tenants.revokeAll();
    chats.live.wire.app.secret = 'another';
    try {
      await teams.say('upgrade');
    } finally {
      chats.live.wire.app.secret = secret;
    }
    assert.ok(said(teams).includes(t('errors.connection.app-refused')), said(teams));
    assert.notEqual(cardsOf(teams).at(-1), 'connect');
  });

  it('looks roles up at the moment it matters: one that was given up holds no longer', async () => {
    const teams = await connected('license-conflict');
    const { tenantId, user } = teams;
    const setRole = (role: 'license-admin' | 'reader') =>
      chats.live.wire.tenants.sandbox.setRole(tenantId!, user.aadObjectId!, role);
    await setRole('license-admin');
    await teams.say('upgrade');
    await teams.say('user list');
    assert.match(said(teams), /@/);
    const before = teams.messages.length;
    await setRole('reader');
    await teams.say('user list');
    assert.doesNotMatch(JSON.stringify(teams.messages.slice(before)), /@\w+\./);
  });

  it('keeps no guest and no stranger company', async () => {
    const teams = await connected('happy');
    const guest = await colleague(teams);
    chats.live.wire.tenants.guests.add(guest.user.aadObjectId!);
    await guest.say('upgrade');
    assert.deepEqual([cardsOf(guest), guest.texts], [[], [t('dialogs.connect.outcomes.guest')]]);
  });

  it('is forgotten on a clear yes of who connected it, and read by nobody then', async () => {
    const teams = await connected('happy');
    const other = await colleague(teams);
    await chats.live.wire.tenants.sandbox.setRole(
      teams.tenantId!,
      other.user.aadObjectId!,
      'reader',
    );
    await other.say('disconnect');
    assert.ok(said(other).includes(t('dialogs.connect.mayNotDisconnect')));
    await teams.say('disconnect');
    await teams.press(teams.lastCard('disconnect'), 'connect.keep');
    await teams.say('disconnect');
    await teams.press(teams.lastCard('disconnect'), 'connect.end');
    assert.ok(said(teams).includes('Disconnected.'));
    const calls = chats.live.wire.graph.calls.length;
    await teams.say('upgrade');
    await other.say('hi');
    assert.deepEqual([cardsOf(teams).at(-1), cardsOf(other).at(-1)], ['connect', 'connect']);
    assert.equal(chats.live.wire.graph.calls.length, calls);
    await chats.live.consent(teams);
    await teams.waitFor(() => cardsOf(teams).at(-1) !== 'connect');
  });

  it('has no purchase waited for any more once it is disconnected', async () => {
    const teams = await connected('happy');
    for (const text of ['upgrade', 'business premium, 30 licenses, yearly']) await teams.say(text);
    await teams.say('this week');
    assert.match(textOf(teams.lastCard('order')), /Waiting for your purchase/);
    await teams.say('disconnect');
    await teams.press(teams.lastCard('disconnect'), 'connect.end');
    await teams.say('hi');
    await chats.live.consent(teams);
    await teams.waitFor(() => cardsOf(teams).at(-1) === 'home');
    await teams.say('status');
    assert.match(textOf(teams.lastCard('status')), /No longer waited for/);
  });

  it('is watched no longer once it is disconnected', async () => {
    const teams = await connected('license-conflict');
    await teams.say('upgrade');
    await teams.press(teams.lastCard('diagnosis'), 'diagnosis.watch');
    await teams.say('status');
    assert.match(textOf(teams.lastCard('status')), /Watching/);
    await teams.say('disconnect');
    await teams.press(teams.lastCard('disconnect'), 'connect.end');
    await teams.say('hi');
    await chats.live.consent(teams);
    await teams.waitFor(() => cardsOf(teams).at(-1) === 'home');
    await teams.say('status');
    assert.doesNotMatch(textOf(teams.lastCard('status')), /Watching/);
  });

  it('is forgotten by a global administrator, who connected nothing', async () => {
    const teams = await connected('happy');
    const admin = await colleague(teams);
    await chats.live.wire.tenants.sandbox.setRole(
      teams.tenantId!,
      admin.user.aadObjectId!,
      'global-admin',
    );
    await admin.say('disconnect');
    await admin.say('yes');
    assert.ok(said(admin).includes('Disconnected.'));
  });
});
