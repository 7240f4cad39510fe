import assert from 'node:assert/strict';
import { caseSchema, type SupportCase } from '../../../commerce/support/case.ts';
import { storedDocuments } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';

const stored = ({ bot }: Talk): Promise<SupportCase[]> =>
  storedDocuments(bot.dataDir, 'cases', caseSchema);

const typed = {
  'en-US': {
    toBegin: [
      ['scenario license-conflict', ''],
      ['upgrade', '', '[diagnosis]'],
      ['open a case we paid with 4111 1111 1111 1111', 'I have opened case CASE-', '[my-case]'],
    ],
    again: ['ask a person', '=my-case', 'is open already', '[my-case]'],
    shown: /New\n[\s\S]*The desk means to answer by [\s\S]*What you wrote\n.*•••• ••••/,
    status: ['status', '[status]'],
    listed: /Support case\nCASE-\w{8} · New/,
    withdraw: ['cancel my case', '=my-case', 'is taken back', '[my-case]'],
    withdrawn: /Withdrawn/,
    reopen: ['reopen my case', '=my-case', 'is open again', '[my-case]'],
  },
  'sv-SE': {
    toBegin: [
      ['scenario license-conflict', ''],
      ['uppgradera', '', '[diagnosis]'],
      ['öppna ett ärende vi har betalat med 4111 1111 1111 1111', 'Jag har öppnat', '[my-case]'],
    ],
    again: ['fråga en människa', '=my-case', 'är redan öppet', '[my-case]'],
    shown:
      /Nytt\n[\s\S]*Supporten räknar med att svara senast [\s\S]*Det här skrev du\n.*•••• ••••/,
    status: ['status', '[status]'],
    listed: /Supportärende\nCASE-\w{8} · Nytt/,
    withdraw: ['avbryt mitt ärende', '=my-case', 'är återtaget', '[my-case]'],
    withdrawn: /Återtaget/,
    reopen: ['öppna ärendet igen', '=my-case', 'är öppet igen', '[my-case]'],
  },
} satisfies Record<
  string,
  Record<string, Exchange | Exchange[] | RegExp> & { toBegin: Exchange[] }
>;

describe('Who asks for a person', () => {
  for (const [locale, said] of Object.entries(typed)) {
    it(`opens a case in words, once about the same, takes it back and opens it again, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          const card = (id: string): string => textOf(talk.teams.lastCard(id));
          await talk.play(said.toBegin);
          assert.match(card('my-case'), said.shown);
          await talk.play([said.again as Exchange, said.status as Exchange]);
          assert.match(card('status'), said.listed);
          const [only, second] = await stored(talk);
          assert.equal(second, undefined);
          assert.deepEqual(only?.snapshot.reasons, ['LICENSE_CONFLICT']);
          assert.equal(only?.snapshot.subscription?.quantity, 25);
          assert.equal(only?.locale, locale);
          assert.doesNotMatch(JSON.stringify(only), /4111 ?1111/);
          await talk.play([said.withdraw as Exchange]);
          assert.match(card('my-case'), said.withdrawn);
          await talk.play([said.reopen as Exchange]);
          assert.equal((await stored(talk)).at(-1)?.state, 'new');
        },
        { locale },
      ));
  }

  it('does so by pressing, with what they wrote; a second press says the same', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario license-conflict', ''],
        ['upgrade', '', '[diagnosis]'],
        ['press support.request', '[answer]'],
        [
          'press case.open {"inputs":{"question":"why so many?"}}',
          '=answer',
          'I have opened case',
          '[my-case]',
        ],
        ['press first case.open {"inputs":{"question":"why so many?"}}'],
        ['press case.withdraw', '=my-case', 'is taken back'],
        ['press case.reopen', '=my-case', 'is open again'],
        ['press case.show'],
        ['check again', '=diagnosis', '[diagnosis]'],
      ]);
      const [only, second] = await stored(talk);
      assert.equal(second, undefined);
      assert.equal(only?.question, 'why so many?');
      assert.deepEqual(
        only?.audit.map(({ event }) => event),
        ['open', 'withdraw', 'reopen'],
      );
    }));

  it('gets the case of another tenant or person neither by its reference nor by words', () =>
    withTalk(async (talk) => {
      await talk.play([['open a case', 'I have opened case', '[my-case]']]);
      const [{ id } = { id: '' }] = await stored(talk);
      await withTalk(
        async (other) => {
          await other.play([
            [`show ${id}`, "I can't find that case"],
            [`withdraw case ${id}`, "I can't find that case"],
            ['my case', 'You have no support case'],
          ]);
        },
        { bot: talk.bot },
      );
    }));
});
