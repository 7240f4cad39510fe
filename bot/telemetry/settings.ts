/** The standard variables of OpenTelemetry, as far as they decide what is sent where. */
import { z } from 'zod';

export interface TelemetrySettings {
  service: string;
  /** Absent: no traces are sent. */
  traces?: string;
  /** Absent: no metrics are sent. */
  metrics?: string;
}

export interface Telemetry {
  /** Sends what is left. Never rejects. */
  stop(): Promise<void>;
}

const url = z.url({ protocol: /^https?$/, message: 'must be an http or https address' }).optional();
const exporter = z.enum(['otlp', 'none'], 'must be otlp or none').optional();
const protocol = z
  .literal('http/json', 'must be http/json, which every collector takes at its port for HTTP')
  .optional();

/** Each may be left out. The exporters read headers, time limits and attributes of the resource by themselves. */
export const telemetryVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/, 'must be name=value, with commas between them')
    .optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_METRICS_EXPORTER: exporter,
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_SDK_DISABLED: z.enum(['true', 'false'], 'must be true or false').optional(),
};

type Variables = {
  [Name in keyof typeof telemetryVariables]?: z.infer<(typeof telemetryVariables)[Name]>;
};

/** Undefined when nothing is to be sent. */
export function telemetrySettingsIn(v: Variables): TelemetrySettings | undefined {
  if (v.OTEL_SDK_DISABLED === 'true') return undefined;
  const base = v.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const place = (own: string | undefined, kind: string | undefined, path: string) =>
    kind === 'none' ? undefined : (own ?? (base && `${base}${path}`));
  const traces = place(v.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, v.OTEL_TRACES_EXPORTER, '/v1/traces');
  const metrics = place(
    v.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT,
    v.OTEL_METRICS_EXPORTER,
    '/v1/metrics',
  );
  if (traces === undefined && metrics === undefined) return undefined;
  return {
    service: v.OTEL_SERVICE_NAME ?? 'upgradera',
    ...(traces === undefined ? {} : { traces }),
    ...(metrics === undefined ? {} : { metrics }),
  };
}
