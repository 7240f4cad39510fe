import assert from 'node:assert/strict';
import { CaseNotices } from '../../../../bot/outbox/notices/caseNotices.ts';
import { OwedNotices } from '../../../../bot/outbox/owedNotices.ts';
import type { NoticeStatus } from '../../../../commerce/model/notice.ts';
import type { SupportCase } from '../../../../commerce/support/case.ts';
import { withMessage } from '../../../../commerce/support/talk.ts';
import { waitingKinds } from '../../../../storage/contract/waitingKinds.ts';
import { chatKey, NoticeDesk } from '../../../support/bot/noticeDesk.ts';
import { sampleCase } from '../../../support/cards/cases/sampleCaseViews.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import { catalog } from '../../../support/tenant/simulatedTenant.ts';

const unasked = async () => assert.fail('it looks at no upgrade');
const liveCases = { catchUp: async () => undefined };
const agentKey = 'tenant-2/msteams/a:2';
const now = '2026-11-23T18:00:00Z';

/** The customer has written to the agent, and the process has died with the message so far. */
const written = (status: NoticeStatus): SupportCase => {
  const talk = { conversation: agentKey, userId: 'lynne', since: now };
  const agent = { userId: 'lynne', name: 'Lynne Robbins' };
  const one = { ...sampleCase, conversation: chatKey, state: 'assigned' as const, agent, talk };
  const text = 'the second of them';
  const message = {
    id: '17',
    from: 'customer' as const,
    name: 'Adele',
    conversation: chatKey,
    text,
  };
  const added = withMessage(one, message, { by: 'adele', now, realNow: now });
  return { ...added, notices: added.notices.map((notice) => ({ ...notice, status })) };
};

describe('A message that is relayed', () => {
  let desk: NoticeDesk;
  let agent: FakeTeams;

  beforeEach(async () => {
    desk = await NoticeDesk.open();
    agent = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
    await desk.addChat(agentKey, undefined, agent, { tenantId: 'tenant-2' });
  });
  afterEach(async () => {
    await agent.stop();
    await desk.close();
  });

  /** As the next process does it, twice over. */
  async function deliver(one: SupportCase): Promise<SupportCase | undefined> {
    await desk.storage.cases.insert(one);
    await desk.restart();
    const { cases, board } = desk.storage;
    const source = new CaseNotices(
      {
        catalog,
        clock: desk.tenant.sandbox,
        cases,
        board,
        articles: () => [],
        gatherFacts: unasked,
        liveCases,
      },
      desk.showing(),
    );
    const sender = desk.senderOf('cases', new OwedNotices(waitingKinds.cases, cases, source));
    await sender.deliver(one.id);
    await sender.deliver(one.id);
    return (await cases.get(one.id))?.value;
  }

  const statuses = (one: SupportCase | undefined) =>
    one?.notices.map(({ kind, status }) => `${kind} ${status}`);

  it('is brought once when the process died between its receipt and its delivery', async () => {
    const after = await deliver(written('pending'));
    assert.deepEqual(statuses(after), ['message sent']);
    assert.equal(agent.cards.length, 1);
    assert.match(textOf(agent.lastCard('case-message')), /Adele\nthe second of them/);
    assert.equal(desk.teams.cards.length, 0);
  });

  it('is not said twice when nobody knows whether it came: who wrote it is told', async () => {
    const after = await deliver(written('sending'));
    assert.deepEqual(statuses(after), ['message ambiguous', 'unsure sent']);
    assert.equal(agent.cards.length, 0);
    assert.match(textOf(desk.teams.lastCard()), /Did it come\?[\s\S]*the second of them/);
  });

  it('goes to nobody else when the agent can not be reached: who wrote it is told', async () => {
    agent.fail({ status: 403, code: 'ConversationBlockedByUser' });
    const after = await deliver(written('pending'));
    assert.deepEqual(statuses(after), ['message undeliverable', 'unsure sent']);
    assert.match(textOf(desk.teams.lastCard()), /Did it come\?/);
  });

  it('brings the board of open cases up to date on the way', async () => {
    const after = await deliver(written('pending'));
    assert.equal(after?.onBoard, after?.revision);
    assert.deepEqual(
      (await desk.storage.board.all()).map(({ id }) => id),
      [after?.id],
    );
  });
});
