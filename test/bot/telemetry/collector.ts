/** Takes what OpenTelemetry sends, as a collector does at its port for HTTP. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}

export interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Attribute[];
  status: { code?: number; message?: string };
}

interface Point {
  attributes: Attribute[];
  asDouble?: number;
  count?: number;
  sum?: number;
  bucketCounts?: number[];
  explicitBounds?: number[];
}

export interface SentMetric {
  name: string;
  sum?: { dataPoints: Point[]; isMonotonic: boolean };
  histogram?: { dataPoints: Point[] };
}

export class Collector {
  readonly spans: SentSpan[] = [];
  /** As they were told last. */
  metrics: SentMetric[] = [];
  readonly services = new Set<string>();
  /** Everything that was sent. */
  text = '';
  readonly #server: Server = createServer(async (request, response) => {
    // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect to be in it.
    const body = (await json(request)) as any;
    this.text += JSON.stringify(body);
    for (const { resource, scopeSpans = [], scopeMetrics = [] } of [
      ...(body.resourceSpans ?? []),
      ...(body.resourceMetrics ?? []),
    ]) {
      this.services.add(attributeOf(resource.attributes, 'service.name') ?? '');
      for (const { spans } of scopeSpans) this.spans.push(...spans);
      for (const { metrics } of scopeMetrics) this.metrics = metrics;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{}');
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function attributeOf(attributes: readonly Attribute[], name: string): string | undefined {
  const { stringValue, intValue } = attributes.find(({ key }) => key === name)?.value ?? {};
  return stringValue ?? (intValue === undefined ? undefined : String(intValue));
}
