/** One admin who makes one upgrade, or thinks better of it, while the bot dies and comes back. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { finalStates } from '../../commerce/model/order.ts';
import { localiser } from '../../locales/localiser.ts';
import type { Json } from '../support/teams/cardButtons.ts';
import { FakeTeams, type ShownCard } from '../support/teams/fakeTeams.ts';
import type { Random } from './random.ts';
import { redelivering } from './redelivery.ts';

const { t } = localiser('en-US');
const endsShown = finalStates.map((state) => t(`terms.state.${state}`));

/** What the admin does with the review card. */
const endings = ['press', 'doubleClick', 'type', 'press', 'abandon', 'leave'] as const;
type Ending = (typeof endings)[number];

const scenarios = ['happy', 'happy', 'credit-check', 'credit-declined', 'partial-failure'] as const;

export class Admin {
  readonly teams: FakeTeams;
  readonly ending: Ending;
  readonly #scenario: (typeof scenarios)[number];
  readonly #random: Random;

  static async meet(botUrl: string, random: Random): Promise<Admin> {
    return new Admin(await FakeTeams.start({ botUrl, post: redelivering }), random);
  }

  private constructor(teams: FakeTeams, random: Random) {
    this.teams = teams;
    this.#random = random;
    this.ending = random.one(endings);
    this.#scenario = random.one(scenarios);
  }

  get confirmed(): boolean {
    return this.ending !== 'abandon' && this.ending !== 'leave';
  }

  /** References of orders that the admin was shown; there should be one, if any. */
  get references(): string[] {
    const seen = JSON.stringify(this.teams.messages);
    return [...new Set(seen.match(/UPG-[0-9A-Z]{8}/g))];
  }

  /** Titles of the messages that came by themselves. */
  get notices(): string[] {
    return this.teams.messages
      .filter(({ activity }) => activity.attachments?.[0]?.name === 'notice')
      .map(({ activity }) => String(titleOf(activity.attachments?.[0]?.content as Json)));
  }

  /** Whether the newest order card shows the end. */
  get sawTheEnd(): boolean {
    const card = this.teams.cards.findLast(({ id }) => id === 'order');
    const text = JSON.stringify(card?.json ?? '');
    return endsShown.some((state) => text.includes(`"${state}"`));
  }

  /** From the first word to the order, or to the end of patience. */
  async upgrade(): Promise<void> {
    if (this.#scenario !== 'happy') await this.say(`scenario ${this.#scenario}`);
    await this.say('upgrade');
    await this.#press('plans', 'plan.choose');
    await this.#press('configure', 'configure.submit');
    await this.#pause();
    await this.#decide();
    if (!this.confirmed) return;
    assert.equal(this.references.length, 1, 'an acknowledged order is shown');
    await this.#pause();
    await this.skipTime();
  }

  /** The simulated tenant's time runs ahead, so that the upgrade comes to an end. */
  async skipTime(): Promise<void> {
    await this.say(this.#scenario.startsWith('credit') ? 'time +2d' : 'time +1m');
  }

  async say(text: string): Promise<void> {
    expectAnswer(await this.teams.say(text));
  }

  async #decide(): Promise<void> {
    const { ending } = this;
    if (ending === 'type') await this.say('place order');
    if (ending === 'press') await this.#press('review', 'order.place');
    if (ending === 'abandon') await this.#press('review', 'order.abandon');
    if (ending === 'doubleClick') {
      const review = this.teams.lastCard('review');
      const clicks = [1, 2].map(() => this.teams.press(review, 'order.place'));
      for (const answer of await Promise.all(clicks)) expectAnswer(answer);
    }
  }

  async #press(card: string, verb: string): Promise<void> {
    const shown: ShownCard = this.teams.lastCard(card);
    expectAnswer(await this.teams.press(shown, verb));
  }

  #pause(): Promise<void> {
    return delay(this.#random.between(0, 400));
  }
}

function expectAnswer({ status }: { status: number }): void {
  assert.equal(status, 200, 'a turn that the bot lives to answer is answered well');
}

function titleOf(card: Json): unknown {
  const [first] = (card.body ?? []) as Json[];
  return first?.text;
}
