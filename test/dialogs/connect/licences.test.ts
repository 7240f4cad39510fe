import assert from 'node:assert/strict';
import { allowLicencesCard } from '../../../cards/connect/allowLicencesCard.ts';
import type { CardContext } from '../../../cards/kit/card.ts';
import type { ConsentOutcome } from '../../../commerce/ports/connecting.ts';
import { mayChangeLicences } from '../../../dialogs/connect/mayChangeLicences.ts';
import type { Turn } from '../../../dialogs/step/turn.ts';
import { localiser } from '../../../locales/localiser.ts';
import { ConsentStates } from '../../../microsoft/connect/consentState.ts';
import type { Returned } from '../../microsoft/wire/liveBot.ts';
import { liveChats } from '../../microsoft/wire/liveChats.ts';
import { type AdminChoice, allRoles } from '../../microsoft/wire/wireTenants.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';

const { t } = localiser('en-US');
const write = 'LicenseAssignment.ReadWrite.All';

describe('changing licences', () => {
  it('needs nobody’s permission where no organization is connected', async () => {
    assert.equal(await mayChangeLicences(undefined)({} as Turn), true);
  });

  for (const allowed of [true, false]) {
    it(`shows why, and a link for this person alone, unless it is allowed: ${allowed}`, async () => {
      const shown: string[] = [];
      const context = { l: localiser('en-US'), token: 't', simulated: false } as CardContext;
      const turn = {
        ...{ tenantId: 'tenant', userId: 'user', conversation: 'chat' },
        show: async (id: string, _: unknown, draw: typeof drawn) => {
          shown.push(id, JSON.stringify(draw(context).json));
        },
      } as unknown as Turn;
      const drawn = (one: CardContext) =>
        allowLicencesCard({ name: write, link: '', minutes: 1 }, one);
      const ask = mayChangeLicences({
        writes: write,
        mayWrite: async () => allowed,
        consentLink: (asker, purpose) =>
          `https://login.example/${JSON.stringify([asker, purpose])}`,
      });
      assert.equal(await ask(turn), allowed);
      assert.equal(shown[0], allowed ? undefined : 'allow-licences');
      if (!allowed) assert.match(shown[1] ?? '', /user.*chat.*licences/);
    });
  }
});

describe('a permission to change licences', () => {
  const chats = liveChats();

  const connected = async (): Promise<FakeTeams> => {
    return chats.keep(
      await chats.live.connectedChat(await chats.live.wire.tenants.addUnasked('many-products')),
    );
  };
  /** As the card's link has it: an administrator follows it and is sent back. */
  const consents = async (teams: FakeTeams, choice: AdminChoice): Promise<Returned> => {
    chats.live.wire.tenants.admins.push(choice);
    const { tenantId = '', conversationId, user } = teams;
    const states = new ConsentStates(chats.live.wire.app.secret);
    const asker = {
      tenantId,
      userId: user.aadObjectId ?? '',
      conversation: `${tenantId}/msteams/${conversationId}`,
    };
    const state = states.issue(asker, Temporal.Now.instant(), 'licences');
    return chats.live.consentAs(tenantId, state);
  };

  const rows: [outcome: ConsentOutcome, status: number, choice: AdminChoice][] = [
    ['licencesAllowed', 200, { roles: [...allRoles, write] }],
    ['licencesRefused', 400, { error: 'access_denied', number: 65004 }],
    ['notAdmin', 400, { error: 'access_denied', number: 90094 }],
    ['licencesElsewhere', 400, { tenantId: '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11' }],
    ['licencesIncomplete', 400, { roles: allRoles }],
  ];
  for (const [outcome, status, choice] of rows) {
    it(`comes to its own sentence, and what waited asks once more: ${outcome}`, async () => {
      const teams = await connected();
      await teams.say('upgrade');
      const cards = () => teams.cards.filter(({ id }) => id === 'products').length;
      const before = cards();
      const { status: got, page } = await consents(teams, choice);
      const sentence = t(`dialogs.connect.outcomes.${outcome}`);
      assert.deepEqual([got, page.includes(sentence)], [status, true]);
      await teams.waitFor(() => teams.texts.join('\n').includes(sentence));
      await teams.waitFor(() => cards() > before);
      await teams.say('1');
      assert.ok(teams.cards.some(({ id }) => id === 'plans' || id === 'diagnosis'));
    });
  }

  it('opens nothing twice', async () => {
    const teams = await connected();
    const { address } = await consents(teams, { roles: [...allRoles, write] });
    const again = await chats.live.visit(address);
    assert.ok(again.page.includes(t('dialogs.connect.outcomes.used')));
  });
});
