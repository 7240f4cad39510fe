import assert from 'node:assert/strict';
import sinon from 'sinon';
import { completed, NoticeDesk, orderId } from '../../support/bot/noticeDesk.ts';

describe('A notice that the channel throttles', () => {
  let desk: NoticeDesk;
  const deliver = () => desk.sender.deliver(orderId);

  beforeEach(async () => {
    desk = await NoticeDesk.open();
  });
  afterEach(async () => {
    sinon.restore();
    await desk.close();
  });

  it('waits as long as it says, also over a restart, and is sent then', async () => {
    await desk.owe({ notices: [completed] });
    desk.teams.fail({ status: 429, retryAfter: 60 });
    await deliver();
    assert.equal(await desk.counted('throttled'), 1);
    const [{ status, delivery } = completed] = (await desk.order()).notices;
    assert.equal(status, 'pending');
    assert.equal(delivery?.attempts, 1);
    const seconds = desk.now().until(delivery!.notBefore!).total('seconds');
    assert.ok(seconds >= 60 && seconds <= 66, String(seconds));
    desk.tenant.pass({ seconds: 59 });
    await desk.restart();
    await deliver();
    assert.equal(desk.calls('POST'), 1);
    desk.tenant.pass({ seconds: 8 });
    await deliver();
    assert.equal(desk.calls('POST'), 2);
    assert.deepEqual(await desk.statuses(), ['sent']);
  });

  it('holds up the others of the conversation without a call', async () => {
    await desk.owe({ notices: [completed] });
    const other = 'UPG-00000002';
    await desk.owe({ id: other, quoteId: 'quote-2', notices: [completed] });
    desk.teams.fail({ status: 429, retryAfter: 60 });
    await deliver();
    await desk.sender.deliver(other);
    assert.equal(desk.calls('POST'), 1);
    desk.tenant.pass({ seconds: 67 });
    await desk.sender.deliver(other);
    assert.equal(desk.calls('POST'), 2);
  });

  it('waits longer each time it is not told how long, up to five minutes', async () => {
    sinon.stub(Math, 'random').returns(1);
    await desk.owe({ notices: [completed] });
    desk.teams.fail({ status: 429 }, 8);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await deliver();
      const { notBefore } = (await desk.order()).notices[0]!.delivery!;
      waits.push(desk.now().until(notBefore!).total('seconds'));
      desk.tenant.pass({ seconds: waits.at(-1)! });
    }
    assert.deepEqual(waits, [3, 9, 27, 81, 243, 300, 300, 300]);
  });

  it('leaves the rows of other cards in place, however often', async () => {
    await desk.owe({ notices: [completed] });
    desk.teams.fail({ status: 429, retryAfter: 1 }, 60);
    for (let tries = 0; tries <= 60; tries += 1) {
      await deliver();
      desk.tenant.pass({ minutes: 1 });
    }
    assert.deepEqual(await desk.statuses(), ['sent']);
    assert.equal((await desk.conversation()).grants.length, 1);
  });
});
