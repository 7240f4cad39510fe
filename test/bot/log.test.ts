import assert from 'node:assert/strict';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { keptLog } from '../support/process/logLines.ts';

describe('the log', () => {
  it('removes secrets by name', () => {
    const { log, lines } = keptLog();
    log.info({ authorization: 'Bearer s3cret', environment: { MicrosoftAppPassword: 's3cret' } });
    log.info({ token: 's3cret', call: { token: 's3cret' }, operation: 'send' });
    assert.equal(lines.length, 2);
    assert.doesNotMatch(lines.join(''), /s3cret/);
    assert.match(lines[1]!, /"operation":"send"/);
  });

  it('keeps code, stack and cause of an error, and nothing else that hangs on it', () => {
    const { log, lines } = keptLog();
    const cause = Object.assign(new RangeError('too far'), { request: { body: 's3cret' } });
    log.error({ err: new UpgraderaError('turn.failed', 'invoke', cause) });
    const { err } = JSON.parse(lines[0]!);
    assert.equal(err.code, 'turn.failed');
    assert.match(err.stack, /log\.test\.ts/);
    assert.equal(err.cause.message, 'too far');
    assert.doesNotMatch(lines[0]!, /s3cret/);
  });

  it('does not print what was thrown without being an error', () => {
    const { log, lines } = keptLog();
    log.error({ err: { text: 's3cret' } });
    assert.doesNotMatch(lines[0]!, /s3cret/);
  });
});
