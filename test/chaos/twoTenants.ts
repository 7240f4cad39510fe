/** Two tenants that know nothing of each other: one with secrets, one where a stranger tries. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Storage } from '../../storage/open.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';
import type { Stranger } from './strange.ts';

const keyOf = ({ tenantId, conversationId }: FakeTeams): string =>
  `${tenantId}/msteams/${conversationId}`;

async function sayAll(teams: FakeTeams, ...texts: string[]): Promise<void> {
  for (const text of texts) assert.equal((await teams.say(text)).status, 200);
}

export class TwoTenants {
  readonly #victim: FakeTeams;
  /** The stranger's: just met, at the plans, at the form, and a review that has run out. */
  readonly #own: FakeTeams[];
  readonly #colleague: FakeTeams;
  /** Nothing of this may ever be said to the stranger. */
  readonly secrets: string[];
  orderId = '';

  static async meet(botUrl: string): Promise<TwoTenants> {
    const mark = `Marker${randomUUID().slice(0, 8)}`;
    const victim = await FakeTeams.start({ botUrl, userName: `${mark} Person` });
    const tenantId = randomUUID();
    const userName = 'Stranger';
    const start = () => FakeTeams.start({ botUrl, tenantId, userName });
    const own = await Promise.all([start(), start(), start(), start()]);
    const both = new TwoTenants(victim, own, await start(), mark);
    try {
      await both.#live(mark);
    } catch (error) {
      await both.stop();
      throw error;
    }
    return both;
  }

  private constructor(victim: FakeTeams, own: FakeTeams[], colleague: FakeTeams, mark: string) {
    this.#victim = victim;
    this.#own = own;
    this.#colleague = colleague;
    this.secrets = [mark];
  }

  get victimTenantId(): string {
    return this.#victim.tenantId ?? '';
  }

  async #live(mark: string): Promise<void> {
    const review = ['upgrade', 'business premium', 'next'];
    await sayAll(this.#victim, ...review, 'change sold to');
    await sayAll(this.#victim, `${mark} Street 1; 111 22; Town`);
    await sayAll(this.#victim, 'place order', 'scenario many-products', ...review.slice(0, 1));
    const seen = JSON.stringify(this.#victim.messages);
    assert.ok(seen.includes(`${mark} Street`));
    this.orderId = /UPG-[0-9A-Z]{8}/.exec(seen)?.[0] ?? '';
    assert.notEqual(this.orderId, '');
    this.secrets.push(this.orderId);

    const [, atPlans, atForm, atReview] = this.#own;
    await sayAll(atPlans!, 'upgrade');
    await sayAll(atForm!, 'upgrade', 'business premium');
    await sayAll(atReview!, ...review);
    await sayAll(this.#colleague, ...review);
  }

  /** Between two lives of the bot: the stranger's review runs out. @returns what they have */
  async prepare(storage: Storage, serviceUrl: string): Promise<Stranger> {
    const [, , , atReview] = this.#own;
    const expired = await storage.conversations.load(keyOf(atReview!));
    assert.ok(expired);
    const grants = expired.value.grants.map((grant) => ({
      ...grant,
      expiresAt: '2020-01-01T00:00:00Z',
    }));
    await storage.conversations.save(
      keyOf(atReview!),
      { ...expired.value, grants },
      expired.version,
    );
    const userId = this.#own[0]!.user.aadObjectId!;
    /** Pressed by the stranger: in their own conversations as whom the card is for. */
    const cardsIn = async (teams: FakeTeams): Promise<Stranger['cards']> => {
      const presser = this.#own.includes(teams) ? teams.user.aadObjectId! : userId;
      const stored = await storage.conversations.load(keyOf(teams));
      const { conversationId: conversation } = teams;
      const grants = stored?.value.grants ?? [];
      return (teams === atReview ? grants.slice(-1) : grants).map(({ token, verbs }) => ({
        conversation,
        userId: presser,
        token,
        verbs,
      }));
    };
    const own = await Promise.all([...this.#own, this.#colleague].map(cardsIn));
    const secret = await cardsIn(this.#victim);
    this.secrets.push(...secret.map(({ token }) => token));
    return {
      serviceUrl,
      tenantId: this.#own[0]!.tenantId!,
      // The colleague's conversation too: whose cards may not be answered by others. Where the review
      // has run out nothing else is said, which would close it.
      conversations: [...this.#own.slice(0, 3), this.#colleague].map((one) => one.conversationId),
      userIds: [userId, ...this.#own.map(({ user }) => user.aadObjectId!)],
      cards: [...own.flat(), ...secret],
      foreign: [
        this.orderId,
        this.victimTenantId,
        this.#victim.conversationId,
        this.#victim.user.aadObjectId!,
        this.#victim.user.id,
      ],
      foreignTenantId: this.victimTenantId,
    };
  }

  /** The other tenant has noticed nothing. */
  async victimGoesOn(botUrl: string): Promise<void> {
    this.#victim.botUrl = botUrl;
    await sayAll(this.#victim, 'status');
    assert.ok(JSON.stringify(this.#victim.lastCard('status').json).includes(this.orderId));
  }

  async stop(): Promise<void> {
    await Promise.all([this.#victim, this.#colleague, ...this.#own].map((teams) => teams.stop()));
  }
}
