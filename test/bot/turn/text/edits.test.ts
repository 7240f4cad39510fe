import assert from 'node:assert/strict';
import { deliveryKey, saysNothing } from '../../../../bot/turn/text/edits.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { TurnDesk } from '../../../support/bot/turnDesk.ts';
import { anActivity } from '../activities.ts';

const { t } = localiser('en-US');
const timestamp = new Date('2026-03-02T09:00:00Z');
const edit = (given: object = {}) =>
  anActivity({
    type: 'messageUpdate',
    text: '30',
    timestamp,
    channelData: { eventType: 'editMessage' },
    ...given,
  });

describe('An edit', () => {
  it('is known when it comes again, and is neither the message nor another edit', () => {
    assert.equal(deliveryKey(edit()), deliveryKey(edit()));
    const later = new Date('2026-03-02T09:00:01Z');
    const all = [anActivity(), edit(), edit({ text: '31' }), edit({ timestamp: later })];
    assert.equal(new Set(all.map(deliveryKey)).size, all.length);
  });

  it('can not be known without an id', () => {
    assert.equal(deliveryKey(edit({ id: undefined })), undefined);
  });

  it('says something; what takes a deletion back does not, and that is known from its message', () => {
    assert.ok(!saysNothing(anActivity()));
    assert.ok(!saysNothing(edit()));
    assert.ok(saysNothing(edit({ channelData: { eventType: 'undeleteMessage' } })));
    assert.ok(saysNothing(edit({ channelData: undefined })));
    const deletion = anActivity({ type: 'messageDelete' });
    assert.ok(!saysNothing(deletion));
    assert.notEqual(deliveryKey(deletion), deliveryKey(anActivity()));
  });
});

describe('An edited message', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
    for (const text of ['upgrade', 'business premium', '25']) await desk.say(text);
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });
  const last = () => desk.teams.texts.at(-1) ?? '';

  it('is heard when it is the last that was, as often as it is edited', async () => {
    await desk.teams.edit('30');
    assert.match(last(), /30 licenses/);
    await desk.teams.edit('40');
    assert.match(last(), /40 licenses/);
  });

  it('is answered once, however often the edit is delivered', async () => {
    const { activityId } = await desk.teams.edit('30');
    const said = desk.teams.texts.length;
    await desk.teams.redeliver(activityId);
    await desk.restart(true);
    await desk.teams.redeliver(activityId);
    assert.equal(desk.teams.texts.length, said);
  });

  it('is answered with one sentence when the talk has gone on, by text or by button', async () => {
    const { activityId } = await desk.teams.say('26');
    await desk.say('27');
    await desk.teams.edit('30', activityId);
    assert.equal(last(), t('dialogs.edited'));
    const { activityId: typed } = await desk.teams.say('28');
    await desk.teams.press(desk.teams.lastCard('configure'), 'plan.back');
    await desk.teams.edit('30', typed);
    assert.equal(last(), t('dialogs.edited'));
    assert.equal(desk.shown('review').length, 0);
  });

  it('is old when somebody else’s was heard last', async () => {
    const from = { id: '29:other', name: 'Bo', aadObjectId: 'bo' };
    const channelData = { tenant: { id: desk.teams.tenantId }, eventType: 'editMessage' };
    const { activityId } = await desk.teams.say('26');
    await desk.teams.send({ type: 'messageUpdate', id: activityId, text: '30', from, channelData });
    assert.equal(last(), t('dialogs.edited'));
    await desk.teams.send({ type: 'message', text: 'hi', from });
    await desk.teams.edit('31', activityId);
    assert.match(last(), /31 licenses/);
  });

  it('changes nothing, and is answered with nothing, when it is deleted or brought back', async () => {
    const { activityId: id } = await desk.teams.say('26');
    const said = desk.teams.requests.length;
    const undone = { tenant: { id: desk.teams.tenantId }, eventType: 'undeleteMessage' };
    const gone = await desk.teams.send({ type: 'messageDelete', id });
    const back = await desk.teams.send({ type: 'messageUpdate', id, channelData: undone });
    assert.deepEqual([gone.status, back.status], [200, 200]);
    assert.equal(desk.teams.requests.length, said);
    await desk.teams.edit('30', id);
    assert.match(last(), /30 licenses/);
  });
});
