/** Traces and metrics by OpenTelemetry, for those who set its variables. */
import type { Registry } from 'prom-client';
import { EnvironmentError } from '../environmentError.ts';
import type { Telemetry, TelemetrySettings } from './settings.ts';

const packages = [
  'context-async-hooks',
  'exporter-metrics-otlp-http',
  'exporter-trace-otlp-http',
  'resources',
  'sdk-metrics',
  'sdk-trace-base',
].map((name) => `@opentelemetry/${name}`);

/**
 * What sends them is loaded here and only here: it is no part of the production packages.
 * @throws EnvironmentError when it is not installed
 */
export async function openTelemetry(
  settings: TelemetrySettings | undefined,
  registry: Registry,
): Promise<Telemetry> {
  if (!settings) return { stop: async () => undefined };
  const { sendTelemetry } = await import('./sendTelemetry.ts').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new EnvironmentError([
      `OTEL_EXPORTER_OTLP_ENDPOINT: needs packages that are not installed: npm install --no-save ${packages.join(' ')}`,
    ]);
  });
  return sendTelemetry(settings, registry);
}
