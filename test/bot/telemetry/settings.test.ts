import assert from 'node:assert/strict';
import { readEnvironment } from '../../../bot/environment.ts';
import type { TelemetrySettings } from '../../../bot/telemetry/settings.ts';

const base = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
const traces = 'http://collector:4318/v1/traces';
const metrics = 'http://collector:4318/v1/metrics';

describe('what is sent by OpenTelemetry', () => {
  const cases: [what: string, env: NodeJS.ProcessEnv, sent: TelemetrySettings | undefined][] = [
    ['is nothing', {}, undefined],
    ['is both, beside each other', base, { service: 'upgradera', traces, metrics }],
    ['bears a name', { ...base, OTEL_SERVICE_NAME: 'a' }, { service: 'a', traces, metrics }],
    ['is metrics', { ...base, OTEL_TRACES_EXPORTER: 'none' }, { service: 'upgradera', metrics }],
    ['is traces', { ...base, OTEL_METRICS_EXPORTER: 'none' }, { service: 'upgradera', traces }],
    [
      'goes elsewhere, as it stands',
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://a.test/b' },
      { service: 'upgradera', traces: 'https://a.test/b' },
    ],
    ['is off', { ...base, OTEL_SDK_DISABLED: 'true' }, undefined],
  ];
  for (const [what, env, sent] of cases) {
    it(`${what}: ${Object.keys(env).join(', ')}`, () => {
      assert.deepEqual(readEnvironment(env).telemetry, sent);
    });
  }

  it('tells a collector what it asks for, in the form of the standard', () => {
    const sent = readEnvironment({ ...base, OTEL_EXPORTER_OTLP_HEADERS: 'a=b c,d=' });
    assert.ok(sent.telemetry);
    const env = { ...base, OTEL_EXPORTER_OTLP_HEADERS: 'secret' };
    assert.throws(() => readEnvironment(env), /OTEL_EXPORTER_OTLP_HEADERS: must be name=value/);
  });

  it('is JSON over HTTP and nothing else', () => {
    const env = { ...base, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    assert.throws(() => readEnvironment(env), /OTEL_EXPORTER_OTLP_PROTOCOL: must be http\/json/);
  });
});
