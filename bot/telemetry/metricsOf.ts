/** The figures of `/metrics`, as OpenTelemetry has them: counted once, told in two ways. */
import { type HrTime, ValueType } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type MetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import type { Registry } from 'prom-client';

type Told = Awaited<ReturnType<Registry['getMetricsAsJSON']>>[number];
type Value = { value: number; labels: Record<string, string | number>; metricName?: string };

const hrTime = (milliseconds: number): HrTime => [
  Math.trunc(milliseconds / 1000),
  Math.trunc((milliseconds % 1000) * 1e6),
];

export function metricsOf(registry: Registry, resource: Resource): MetricProducer {
  const startTime = hrTime(Date.now());
  return {
    collect: async () => {
      const told = await registry.getMetricsAsJSON();
      const span = { startTime, endTime: hrTime(Date.now()) };
      const metrics = told.flatMap((metric) => asData(metric, span) ?? []);
      const scopeMetrics = [{ scope: { name: 'upgradera' }, metrics }];
      return { resourceMetrics: { resource, scopeMetrics }, errors: [] };
    },
  };
}

type Span = Pick<DataPoint<unknown>, 'startTime' | 'endTime'>;

function asData(metric: Told, span: Span): MetricData | undefined {
  const { name, help } = metric;
  const values = metric.values as Value[];
  const unit = name.endsWith('_seconds') ? 's' : '';
  const shared = {
    descriptor: { name, description: help, unit, valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  const type = String(metric.type);
  if (type === 'counter') {
    const dataPoints = values.map(({ labels, value }) => ({ ...span, attributes: labels, value }));
    return { ...shared, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints };
  }
  if (type === 'histogram') {
    const dataPoints = histogramsIn(name, values).map((point) => ({ ...span, ...point }));
    return { ...shared, dataPointType: DataPointType.HISTOGRAM, dataPoints };
  }
  return undefined;
}

/** Their buckets hold all that is smaller; here each holds its own. */
function histogramsIn(name: string, values: readonly Value[]) {
  const series = new Map<string, Value[]>();
  for (const value of values) {
    const { le: _, ...labels } = value.labels;
    const key = JSON.stringify(labels);
    series.set(key, [...(series.get(key) ?? []), value]);
  }
  return [...series].map(([key, own]) => {
    const buckets = own.filter(({ metricName }) => metricName === `${name}_bucket`);
    const counts = buckets.map(({ value }, at) => value - (buckets[at - 1]?.value ?? 0));
    const boundaries = buckets.flatMap(({ labels: { le } }) =>
      typeof le === 'number' ? [le] : [],
    );
    const one = (end: string): number =>
      own.find(({ metricName }) => metricName === `${name}_${end}`)?.value ?? 0;
    return {
      attributes: JSON.parse(key) as Record<string, string>,
      value: { buckets: { boundaries, counts }, sum: one('sum'), count: one('count') },
    };
  });
}
