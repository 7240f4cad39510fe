import assert from 'node:assert/strict';
import { locales, localiser } from '../../../locales/localiser.ts';
import { liveChats } from '../../microsoft/wire/liveChats.ts';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';

const said = (teams: FakeTeams): string => teams.texts.join('\n');

describe('a tenant that is not connected', () => {
  const chats = liveChats();

  const chat = async (tenantId: string, locale?: string): Promise<FakeTeams> => {
    return chats.keep(await chats.live.chat(tenantId, locale));
  };
  const unasked = async (scenario?: string, locale?: string): Promise<FakeTeams> =>
    chat(await chats.live.wire.tenants.addUnasked(scenario), locale);

  for (const locale of locales) {
    const { t } = localiser(locale);

    it(`is told what is read and why, consents, and goes on by itself: ${locale}`, async () => {
      const teams = await unasked('happy', locale);
      await teams.say('hi');
      const card = textOf(teams.lastCard('connect'));
      assert.ok(card.includes(t('permissions.Organization.Read.All.why')));
      assert.ok(card.includes(t('permissions.User.Read.All.why')));
      const { status, page } = await chats.live.consent(teams, locale);
      assert.equal(status, 200);
      assert.ok(page.includes(t('dialogs.connect.outcomes.connected')));
      await teams.waitFor(() => teams.cards.some(({ id }) => id === 'home'));
      assert.ok(said(teams).includes(t('dialogs.connect.outcomes.connected')));
      const { name } = await chats.live.wire.tenants.sandbox.organisation(teams.tenantId!);
      assert.ok(textOf(teams.lastCard('home')).includes(name));
    });
  }

  it('goes on with what was said first', async () => {
    const teams = await unasked('many-products');
    await teams.say('upgrade');
    await chats.live.consent(teams);
    await teams.waitFor(() => teams.cards.some(({ id }) => id === 'products'));
  });

  it('knows nothing of simulations, and no command of testers, whatever anyone types', async () => {
    const teams = await unasked();
    for (const text of ['scenario prepaid', 'time +2d', 'role reader', 'reset'])
      await teams.say(text);
    await chats.live.consent(teams);
    await teams.waitFor(() => said(teams).includes('is connected'));
    for (const text of ['scenario list', 'scenario prepaid', 'time +2d', 'role reader', 'reset']) {
      await teams.say(text);
    }
    assert.doesNotMatch(said(teams), /Scenarios:|simulated|now plays|moved|From now on/);
    for (const card of teams.cards) assert.doesNotMatch(textOf(card), /simulat/i);
  });

  it('gets help and answers before it is connected', async () => {
    const teams = await unasked();
    await teams.say('help');
    await teams.say('Is my data safe when I upgrade?');
    assert.deepEqual(
      teams.cards.map(({ id }) => id),
      ['answer', 'answer'],
    );
    assert.equal(chats.live.wire.entra.calls.length + chats.live.wire.graph.calls.length, 0);
  });

  it('switches the language before it is connected', async () => {
    const teams = await unasked();
    await teams.say('svenska');
    assert.ok(textOf(teams.lastCard('connect')).includes('inte ansluten'));
  });

  const failures: [
    what: string,
    outcome: string,
    make: (teams: FakeTeams) => void,
    ends?: RegExp,
  ][] = [
    [
      'the administrator says no',
      'refused',
      () => chats.live.wire.tenants.admins.push({ error: 'access_denied', number: 65004 }),
    ],
    [
      'who signed in is no administrator',
      'notAdmin',
      () => chats.live.wire.tenants.admins.push({ error: 'access_denied', number: 90094 }),
    ],
    [
      'a policy keeps the administrator out',
      'blocked',
      () => chats.live.wire.tenants.admins.push({ error: 'interaction_required', number: 53003 }),
    ],
    [
      'it was another organization',
      'wrongTenant',
      () =>
        chats.live.wire.tenants.admins.push({ tenantId: '331af819-0000-4000-8000-000000000001' }),
    ],
    [
      'who asked is a guest',
      'guest',
      (teams) => chats.live.wire.tenants.guests.add(teams.user.aadObjectId!),
    ],
  ];
  for (const [what, outcome, make] of failures) {
    for (const locale of locales) {
      it(`is told in a sentence of its own, with a new link, when ${what}: ${locale}`, async () => {
        const teams = await unasked('happy', locale);
        await teams.say('hi');
        const first = chats.live.linkOn(teams).href;
        make(teams);
        const { status, page } = await chats.live.consent(teams, locale);
        const sentence = localiser(locale).t(`dialogs.connect.outcomes.${outcome}`);
        assert.equal(status, 400);
        assert.ok(page.includes(sentence), page);
        await teams.waitFor(
          () =>
            said(teams).includes(sentence) &&
            ![first, 'about:blank'].includes(chats.live.linkOn(teams).href),
        );
        assert.ok(teams.cards.every(({ id }) => id === 'connect'));
      });
    }
  }

  it('uses a link once, and only one that we made, untouched', async () => {
    const teams = await unasked();
    await teams.say('hi');
    const { address } = await chats.live.consent(teams);
    await teams.waitFor(() => teams.cards.some(({ id }) => id === 'home'));
    const shown = teams.messages.length;
    assert.match((await chats.live.visit(address)).page, /was used already/);
    const state = new URL(address).searchParams.get('state')!;
    const [body = '', signature = ''] = state.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const other = { ...claims, t: '331af819-0000-4000-8000-000000000001' };
    const forged = `${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`;
    for (const bad of [forged, `${body}.`, body, '', `${state}A`, `${state}.${state}`]) {
      const url = new URL(address);
      url.searchParams.set('state', bad);
      const { status, page } = await chats.live.visit(url.href);
      assert.equal(status, 400);
      assert.match(page, /no link of ours/);
    }
    assert.match((await chats.live.visit('https://bot.example/consent')).page, /no link of ours/);
    assert.equal(teams.messages.length, shown);
  });
});
