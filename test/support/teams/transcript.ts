/** Conversations as tables: what is said or pressed, and what the bot answers. */
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { type RunningBot, startBot } from '../bot/bot.ts';
import { buttonsOf, type Json } from './cardButtons.ts';
import { saidOn } from './cardText.ts';
import type { Flavour } from './clientFlavour.ts';
import { FakeTeams, type ShownCard } from './fakeTeams.ts';

/**
 * One exchange. First what the person does: a text, `press VERB` on the newest card that has such
 * a button (`press VERB {"choice":…,"inputs":{…}}`), `press first VERB` on the first card that ever had
 * it, as it was then, `send {…}` for a message with more than a text,
 * `edit TEXT` for what was sent last, or `wait [card]` for what comes by itself.
 * Then what comes back: `=card` for a card replaced in place, `[card]` for a new one, `=[card]` for a new
 * one in the place of another (in the Emulator: below it), anything else is part of a paragraph, also of
 * those on top of a new card. Nothing besides may come, but for the order card, which moves by itself; and
 * after `…` anything may. The Emulator shows no replacement, so that `=card` is passed over there.
 */
export type Exchange = readonly [does: string, ...answers: string[]];

export interface Talk {
  bot: RunningBot;
  teams: FakeTeams;
  /** Plays a table; a failure shows the conversation so far. */
  play(table: readonly Exchange[]): Promise<void>;
  end(): Promise<void>;
}

export interface TalkOptions {
  flavour?: Flavour;
  locale?: string;
  /** Restarts the bot before every exchange. */
  restarts?: boolean;
  /** One that runs already and goes on running; a new one when absent. */
  bot?: RunningBot;
  /** A chat with it that has begun already; a new one when absent. */
  teams?: FakeTeams;
}

/** Cards that show how things go on are replaced at any time. */
const moveByThemselves = ['=order', '=move', '=notice'];
/** Milliseconds: an upgrade in the sandbox takes under 20 s. */
const patience = 25_000;

export async function startTalk(options: TalkOptions = {}): Promise<Talk> {
  const bot = options.bot ?? (await startBot());
  const { flavour = 'teams', locale = 'en-US' } = options;
  const teams = options.teams ?? (await FakeTeams.start({ botUrl: bot.url, flavour, locale }));
  const transcript: string[] = [];
  // What came by itself after an exchange belongs to the next one.
  let before = snapshot(teams);
  const past: ShownCard[] = [];
  return {
    bot,
    teams,
    async play(table) {
      for (const [does, ...answers] of table) {
        if (options.restarts) teams.botUrl = await bot.restart();
        await act(teams, does, before, past);
        past.push(...structuredClone(teams.cards));
        const came = changesSince(teams, before);
        before = snapshot(teams);
        transcript.push(`> ${does}`, ...came.map((line) => `    ${line}`));
        const shown = flavour === 'emulator' ? inEmulator(answers) : answers;
        compare(shown, came, transcript);
      }
    },
    async end() {
      await teams.stop();
      if (!options.bot) await bot.stop();
    },
  };
}

/** A talk that ends however `play` does. */
export async function withTalk(
  play: (talk: Talk) => Promise<void>,
  options: TalkOptions = {},
): Promise<void> {
  const talk = await startTalk(options);
  try {
    await play(talk);
  } finally {
    await talk.end();
  }
}

type Snapshot = Map<string, string>;

function snapshot(teams: FakeTeams): Snapshot {
  return new Map(teams.messages.map(({ id, activity }) => [id, JSON.stringify(activity)]));
}

async function act(
  teams: FakeTeams,
  does: string,
  before: Snapshot,
  past: readonly ShownCard[],
): Promise<void> {
  const waited = /^wait \[(.+)\]$/.exec(does)?.[1];
  if (waited) {
    await teams.waitFor(
      () => teams.cards.some(({ id, messageId }) => id === waited && !before.has(messageId)),
      patience,
    );
    return;
  }
  const [, first, verb, json] = /^press (first )?([\w.]+)(?: (\{.*\}))?$/.exec(does) ?? [];
  const cards = first ? past.toReversed() : teams.cards;
  const delivery = verb ? await press(teams, cards, verb, json) : await write(teams, does);
  assert.equal(delivery.status, 200, JSON.stringify(delivery));
}

function write(teams: FakeTeams, does: string) {
  const [, how, what = ''] = /^(send|edit) (.+)$/.exec(does) ?? [];
  if (how === 'edit') return teams.edit(what);
  if (how === 'send') return teams.send({ type: 'message', ...(JSON.parse(what) as Json) });
  return teams.say(does);
}

/** On the last of these cards that has such a button. */
function press(
  teams: FakeTeams,
  cards: readonly ShownCard[],
  verb: string,
  json: string | undefined,
) {
  const { inputs = {}, ...data } = (json ? JSON.parse(json) : {}) as Json & { inputs?: Json };
  const wanted = { verb, ...data };
  const card = cards.findLast((shown) =>
    buttonsOf(shown.json).some((button) =>
      Object.entries(wanted).every(([key, value]) => button.data?.[key] === value),
    ),
  );
  const seen = teams.cards.map(({ id }) => id).join(', ');
  assert(card, `no button ${JSON.stringify(wanted)} among the cards: ${seen}`);
  return teams.press(card, wanted, inputs);
}

function changesSince(teams: FakeTeams, before: Snapshot): string[] {
  const changed = teams.messages.flatMap((message) => {
    const earlier = before.get(message.id);
    if (earlier === undefined || earlier === JSON.stringify(message.activity)) return [];
    const card = nameOf(message.activity);
    const isAnother = nameOf(JSON.parse(earlier)) !== card;
    return isAnother ? [...saidWith(message.activity), `=[${card}]`] : [`=${card}`];
  });
  const fresh = teams.messages.filter(({ id }) => !before.has(id));
  return [
    ...changed,
    ...fresh.flatMap(({ activity }) => {
      const card = nameOf(activity);
      return card ? [...saidWith(activity), `[${card}]`] : paragraphsOf(activity.text ?? '');
    }),
  ];
}

const nameOf = ({ attachments }: Partial<Activity>): string | undefined => attachments?.[0]?.name;

function saidWith(activity: Partial<Activity>): string[] {
  const said = saidOn(activity);
  return said === '' ? [] : paragraphsOf(said);
}

/** Amounts are written with blanks that don't break; tables are not. */
function paragraphsOf(text: string): string[] {
  return text.replace(/[\u00a0\u202f]/g, ' ').split('\n\n');
}

/** There nothing is replaced, but that a card comes below for what elsewhere takes another one's place. */
function inEmulator(answers: readonly string[]): string[] {
  const below = answers.map((line) => line.replace(/^=(?=\[)/, ''));
  return below.filter((line) => !line.startsWith('='));
}

function compare(answers: string[], came: string[], transcript: string[]): void {
  const relevant = came.filter(
    (line) => !moveByThemselves.includes(line) || answers.includes(line),
  );
  assert.ok(!came.some((line) => line.includes('{{')), `a value is missing: ${came.join('\n')}`);
  if (answers[0] === '…') return;
  const fits =
    relevant.length === answers.length &&
    relevant.every((line, index) => {
      const answer = answers[index] ?? '';
      return /^[[=]/.test(line) ? line === answer : line.includes(answer);
    });
  if (fits) return;
  const expected = answers.map((line) => `    ${line}`).join('\n');
  assert.fail(`${transcript.join('\n')}\n  but expected:\n${expected}`);
}
