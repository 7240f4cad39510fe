/** The only file that knows what sends traces and metrics. */
import { setTimeout as wait } from 'node:timers/promises';
import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Registry } from 'prom-client';
import { listenToTraces } from '../../commerce/base/traced.ts';
import { metricsOf } from './metricsOf.ts';
import type { Telemetry, TelemetrySettings } from './settings.ts';

/** Milliseconds in which a collector must take what is left: nobody waits for one that does not answer. */
const longestFarewell = 2_000;

export function sendTelemetry(settings: TelemetrySettings, registry: Registry): Telemetry {
  const { service, traces, metrics } = settings;
  const resource = defaultResource()
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(resourceFromAttributes({ 'service.name': service }));
  const stops: (() => Promise<void>)[] = [];
  if (traces !== undefined) {
    const exporter = new OTLPTraceExporter({ url: traces });
    const spanProcessors = [new BatchSpanProcessor(exporter)];
    const provider = new BasicTracerProvider({ resource, spanProcessors });
    const manager = new AsyncLocalStorageContextManager().enable();
    context.setGlobalContextManager(manager);
    listenToTraces(provider.getTracer('upgradera'));
    stops.push(async () => {
      listenToTraces(undefined);
      context.disable();
      await provider.shutdown();
    });
  }
  if (metrics !== undefined) {
    const exporter = new OTLPMetricExporter({ url: metrics });
    const metricProducers = [metricsOf(registry, resource)];
    const reader = new PeriodicExportingMetricReader({ exporter, metricProducers });
    const provider = new MeterProvider({ resource, readers: [reader] });
    stops.push(() => provider.shutdown());
  }
  return {
    stop: async () => {
      const sent = Promise.allSettled(stops.map((stop) => stop()));
      await Promise.race([sent, wait(longestFarewell, undefined, { ref: false })]);
    },
  };
}
