import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ConsentStates } from '../../../microsoft/connect/consentState.ts';
import { runs } from '../../support/process/runs.ts';

const now = Temporal.Instant.from('2026-11-28T11:00:00Z');
const asker = {
  tenantId: '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11',
  userId: '5c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12',
  conversation: 'a/msteams/19:å@thread.v2',
};

describe('the state of a link to consent', () => {
  const states = new ConsentStates('hush~hush');

  it('tells who asked, until when, and is each time another', () => {
    const [one, other] = [states.issue(asker, now), states.issue(asker, now)];
    const read = states.read(one);
    assert.deepEqual(read?.asker, asker);
    assert.equal(read.until.toString(), '2026-11-28T11:30:00Z');
    assert.notEqual(states.read(other)?.id, read.id);
  });

  it('is read by every process with the same secret, and by no other', () => {
    const state = states.issue(asker, now);
    assert.ok(new ConsentStates('hush~hush').read(state));
    assert.equal(new ConsentStates('hush~hush!').read(state), undefined);
  });

  it('holds no secret', () => {
    const [body = ''] = states.issue(asker, now).split('.');
    assert.doesNotMatch(Buffer.from(body, 'base64url').toString(), /hush/);
  });

  it('is none when any character of it was changed, left out or put in', () => {
    const state = states.issue(asker, now);
    const place = fc.nat(state.length - 1);
    const piece = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(place, fc.nat(2), piece, (at, length, put) => {
        const bent = state.slice(0, at) + put + state.slice(at + length);
        fc.pre(bent !== state);
        assert.equal(states.read(bent), undefined);
      }),
      { numRuns: runs },
    );
  });
});
