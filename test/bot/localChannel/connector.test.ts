import assert from 'node:assert/strict';
import { LocalServer } from '../../support/servers/localServer.ts';

describe('local channel: connector', () => {
  let server: LocalServer;
  let id: string;
  beforeEach(async () => {
    server = await new LocalServer().start();
    id = await server.begin();
  });
  afterEach(() => server.stop());

  it('adds what the bot sends, with ids that sort', async () => {
    const first = await server.send(id, { text: 'one' });
    const reply = await server.connector('POST', `/${id}/activities/${encodeURIComponent(first)}`, {
      type: 'message',
      text: 'two',
    });
    assert.match(first, new RegExp(`^${id}\\|\\w+-\\d{7}$`));
    assert.ok(reply.body.id > first);
    const { activities } = await server.read(id);
    assert.equal(activities[0].from.role, 'bot');
    assert.equal(activities[1].replyToId, first);
  });

  it('sends an updated activity again under its id, in its place', async () => {
    const activityId = await server.send(id, { text: 'old' });
    await server.send(id, { text: 'later' });
    const { watermark } = await server.read(id);
    const path = `/${id}/activities/${encodeURIComponent(activityId)}`;
    const { status } = await server.connector('PUT', path, { type: 'message', text: 'new' });
    assert.equal(status, 200);
    const news = (await server.read(id, watermark)).activities;
    assert.deepEqual(
      news.map((activity: { id: string; text: string }) => [activity.id, activity.text]),
      [[activityId, 'new']],
    );
    assert.ok(Date.parse(news[0].channelData.updated) > 0);
    const all = (await server.read(id)).activities;
    assert.deepEqual(
      all.map(({ text }: { text: string }) => text),
      ['new', 'later'],
    );
  });

  it('tells of a deletion those who had seen the activity, and nobody else', async () => {
    const activityId = await server.send(id, { text: 'gone soon' });
    const { watermark } = await server.read(id);
    const path = `/${id}/activities/${encodeURIComponent(activityId)}`;
    assert.equal((await server.connector('DELETE', path)).status, 200);
    assert.deepEqual((await server.read(id, watermark)).activities, [
      { type: 'messageDelete', id: activityId },
    ]);
    assert.deepEqual((await server.read(id)).activities, []);
    const again = await server.connector('DELETE', path);
    assert.deepEqual(
      [again.status, again.body.error.code],
      [404, 'ActivityNotFoundInConversation'],
    );
  });

  it('does not remember typing', async () => {
    await server.send(id, { type: 'typing' });
    assert.deepEqual((await server.read(id)).activities, []);
  });

  it('takes messages for a conversation that it learns of from the bot', async () => {
    await server.send('from-before', { text: 'Your upgrade is complete' });
    const { activities } = await server.read('from-before');
    assert.equal(activities.length, 1);
  });

  it('lists the people, one by one, all, and in pages', async () => {
    const alex = { id: 'alex', name: 'Alex' };
    assert.deepEqual((await server.connector('GET', `/${id}/members`)).body, [alex]);
    assert.deepEqual((await server.connector('GET', `/${id}/members/alex`)).body, alex);
    assert.deepEqual((await server.connector('GET', `/${id}/pagedmembers`)).body, {
      members: [alex],
    });
    assert.equal((await server.connector('GET', `/${id}/members/eve`)).status, 404);
  });

  it('finds the chat that a person has with the bot when the bot starts one', async () => {
    const create = (userId: string) =>
      server.connector('POST', '', {
        members: [{ id: userId }],
        activity: { type: 'message', text: 'hello' },
      });
    const known = await create('alex');
    assert.equal(known.status, 201);
    assert.equal(known.body.id, id);
    assert.notEqual((await create('kim')).body.id, id);
    assert.equal((await server.read(id)).activities[0].id, known.body.activityId);
  });

  it('refuses what is not an activity', async () => {
    const { status, body } = await server.connector('POST', `/${id}/activities`, { text: 'x' });
    assert.deepEqual([status, body.error.code], [400, 'BadArgument']);
  });
});
