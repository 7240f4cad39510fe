/** Whole conversations about one upgrade as tables that say, at each line, what is ordered and what is not. */
import assert from 'node:assert/strict';
import type { Order } from '../../../commerce/model/order.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import { type RunningBot, startBot } from '../bot/bot.ts';
import { storedOrders, storedQuotes } from '../storage/storedDocuments.ts';
import { catalog } from '../tenant/simulatedTenant.ts';
import { textOf } from './cardText.ts';
import { type Exchange, type Talk, withTalk } from './transcript.ts';

/**
 * The exchanges are those of a transcript, and two answers say more: `[review] PLAN: COUNT, HOW` is a
 * review of just that, `[order] PLAN: COUNT, HOW` the card of an order of just that, which was placed
 * by that line. No other line orders anything.
 */
export interface Conversation {
  /** What it shows. */
  what: string;
  locale?: 'sv-SE';
  /** Plan, number and way to pay are all said: the review comes within three typed lines. */
  known?: true;
  table: readonly Exchange[];
}

/** What comes first when nothing stands in the way. */
export const clear = ['one subscription', 'Nothing stands in the way'] as const;
export const fritt = ['ett enda abonnemang', 'Inget hindrar'] as const;

const ways: Record<string, string> = {
  'P1M monthly': 'month to month',
  'P1Y monthly': 'a year, paid monthly',
  'P1Y annual': 'a year, paid yearly',
  'P3Y monthly': 'three years, paid monthly',
  'P3Y annual': 'three years, paid yearly',
  'P3Y triennial': 'three years, paid at once',
};
const mostTyped = 3;
const told = /^(=?)\[(review|order)\] (.+)$/;

/** One bot for all of them: each has a tenant of its own. */
export function describeConversations(title: string, conversations: readonly Conversation[]): void {
  describe(title, () => {
    let bot: RunningBot;
    before(async () => {
      bot = await startBot();
    });
    after(() => bot.stop());
    for (const { what, locale = 'en-US', known, table } of conversations) {
      it(`${what}, in ${locale}`, () =>
        withTalk(
          async (talk) => {
            if (known) assert.ok(typedBeforeReview(table) <= mostTyped, 'the review comes late');
            await hold(talk, table);
          },
          { locale, bot },
        ));
    }
  });
}

/** Lines that are typed, up to the one that brings the review. */
function typedBeforeReview(table: readonly Exchange[]): number {
  const at = table.findIndex(([, ...answers]) => answers.some((line) => line.includes('[review]')));
  assert.notEqual(at, -1, 'no review');
  return table.slice(0, at + 1).filter(([does]) => !/^(press|wait|scenario|time) /.test(does))
    .length;
}

async function hold(talk: Talk, table: readonly Exchange[]): Promise<void> {
  let placed = 0;
  for (const [does, ...answers] of table) {
    await talk.play([[does, ...answers.map((line) => line.replace(told, '$1[$2]'))]]);
    const tellings = answers.flatMap((line) => told.exec(line) ?? []);
    if (tellings.includes('order')) placed += 1;
    const orders = await ofTenant(talk, storedOrders);
    assert.equal(orders.length, placed, `orders after “${does}”`);
    const [, , card, what] =
      answers.map((line) => told.exec(line)).find((telling) => telling) ?? [];
    if (card === 'order') assert.equal(inOneLine(orders.at(-1)), what);
    if (card === 'review') await compareReview(talk, what);
  }
}

async function compareReview(talk: Talk, what: string | undefined): Promise<void> {
  const quotes = await ofTenant(talk, storedQuotes);
  const quote = quotes.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
  assert.equal(inOneLine(quote), what);
  const card = textOf(talk.teams.lastCard('review'));
  for (const shown of [nameOf(quote), `${quote?.quantity} licens`]) {
    assert.ok(card.includes(shown), `${shown}\n  on\n${card}`);
  }
}

async function ofTenant<T extends { tenantId: string }>(
  { bot, teams }: Talk,
  stored: (dataDir: string) => Promise<T[]>,
): Promise<T[]> {
  return (await stored(bot.dataDir)).filter(({ tenantId }) => tenantId === teams.tenantId);
}

function nameOf(bought: { targetSkuId: string } | undefined): string {
  return catalog.find(bought?.targetSkuId ?? '')?.name ?? '';
}

function inOneLine(bought: Order | Quote | undefined): string | undefined {
  if (!bought) return undefined;
  const { quantity, term, billing } = bought;
  return `${nameOf(bought)}: ${quantity}, ${ways[`${term} ${billing}`]}`;
}
