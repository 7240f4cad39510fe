import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { textOf } from '../../support/teams/cardText.ts';
import type { Fault } from '../../support/teams/connectorService.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { MortalBot } from '../mortalBot.ts';

interface Talking {
  bot: MortalBot;
  customer: FakeTeams;
  agent: FakeTeams;
}

/** An agent and a customer, each in their chat, who write to each other. */
async function withTalk(play: (talking: Talking) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'upgradera-'));
  const bot = await MortalBot.start({ dataDir });
  const customer = await FakeTeams.start({ botUrl: bot.url, userName: 'Adele Vance' });
  const agent = await FakeTeams.start({ botUrl: bot.url, userId: 'agent', userName: 'Lynne' });
  try {
    await agent.say('desk here');
    await customer.say('open a case what now');
    const reference = /CASE-\w{8}/.exec(customer.texts.join())?.[0] ?? '';
    await agent.say(`take ${reference}`);
    await agent.say(`talk ${reference}`);
    await customer.waitFor(() =>
      customer.cards.some((card) => /An agent writes to you here/.test(textOf(card))),
    );
    await play({ bot, customer, agent });
    await bot.stop();
  } finally {
    await bot.discard();
    for (const chat of [customer, agent]) await chat.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const arrived = (chat: FakeTeams, text: string): number =>
  chat.cards.filter(({ id, ...card }) => id === 'case-message' && isOf(card, text)).length;
const isOf = ({ json }: Pick<FakeTeams['cards'][number], 'json'>, text: string): boolean =>
  JSON.stringify(json).includes(`"${text}"`);
const isReported = (chat: FakeTeams, text: string): boolean =>
  chat.cards.some(
    (card) =>
      JSON.stringify(card.json).includes(text) &&
      /can't tell whether this message/.test(textOf(card)),
  );

/** The bot has called the channel with it, whatever came of that. */
const isSent = (chat: FakeTeams, text: string): boolean =>
  chat.requests.some(
    ({ method, body }) => method === 'POST' && JSON.stringify(body).includes(text),
  );

/** Of two chats: either may be the one in which it shows. */
async function until(holds: () => boolean): Promise<void> {
  for (let left = 600; !holds(); left -= 1) {
    assert.ok(left > 0, 'waited in vain');
    await pause(50);
  }
}

/** As Teams: what got no answer is delivered again, as it was. */
async function write(chat: FakeTeams, text: string): Promise<string> {
  const id = `${Date.now()}${Math.round(Math.random() * 1e6)}`;
  await chat.send({ type: 'message', id, text, textFormat: 'plain' }).catch(() => undefined);
  return id;
}

async function redeliver(chat: FakeTeams, id: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answered = await chat.redeliver(id).catch(() => undefined);
    if (answered?.status === 200) return;
    await pause(100);
  }
}

describe('A message between an agent and a customer, over a kill -9', () => {
  const faults: Record<string, { fault: Fault; comes: 0 | 1 }> = {
    'that came, though nobody knows': { fault: { cut: 'hang', delivered: true }, comes: 1 },
    'that did not come, though nobody knows': { fault: { cut: 'hang' }, comes: 0 },
  };
  for (const [name, { fault, comes }] of Object.entries(faults)) {
    it(`${name}, is not brought again, and its writer is told`, () =>
      withTalk(async ({ bot, customer, agent }) => {
        agent.fail(fault, 1, 'POST');
        await write(customer, 'the first one');
        await until(() => isSent(agent, 'the first one'));
        await bot.killAndRestart();
        await customer.waitFor(() => isReported(customer, 'the first one'));
        await write(customer, 'the second one');
        await agent.waitFor(() => arrived(agent, 'the second one') === 1);
        assert.equal(arrived(agent, 'the first one'), comes);
      }));
  }

  it('is brought once, or its writer is told, at whatever moment the process dies', function () {
    this.timeout(300_000);
    return withTalk(async ({ bot, customer, agent }) => {
      const rounds = Array.from({ length: 8 }, (_, index) => index);
      for (const round of rounds) {
        const [writer, reader] = round % 2 === 0 ? [customer, agent] : [agent, customer];
        const text = `message number ${round}`;
        const writing = write(writer, text);
        await pause(Math.random() * 40);
        await bot.killAndRestart();
        await redeliver(writer, await writing);
        await until(() => arrived(reader, text) > 0 || isReported(writer, text));
      }
      await pause(500);
      for (const round of rounds) {
        const [writer, reader] = round % 2 === 0 ? [customer, agent] : [agent, customer];
        const text = `message number ${round}`;
        const count = arrived(reader, text);
        assert.ok(count <= 1, `${text} came ${count} times`);
        assert.ok(count === 1 || isReported(writer, text), `${text} is lost`);
      }
    });
  });
});
