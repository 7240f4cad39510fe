import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { listenToTraces } from '../../../commerce/base/traced.ts';
import { openHttp } from '../../../microsoft/http/exchange.ts';

describe('the trace of a request to Microsoft', () => {
  const spans = new InMemorySpanExporter();
  const http = openHttp();
  let server: Server;
  let sent: NodeJS.Dict<string | string[]>;
  before(async () => {
    const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    listenToTraces(provider.getTracer('test'));
    server = createServer((request, response) => {
      sent = request.headers;
      if (request.url === '/cut') return response.destroy();
      response.statusCode = request.url === '/no' ? 403 : 200;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => spans.reset());
  after(async () => {
    listenToTraces(undefined);
    context.disable();
    await http.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const ask = (path: string) =>
    http.send({
      operation: 'order an upgrade',
      method: 'POST',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
      headers: { authorization: 'Bearer secret', 'ms-requestid': 'request-1' },
      body: '{"name":"Adele"}',
      limit: 5_000,
    });

  it('says what was asked for, where, by which id, and what came of it', async () => {
    await ask('/customers/adele@contoso.com?name=Adele');
    const [span] = spans.getFinishedSpans();
    assert.equal(span?.name, 'order an upgrade');
    assert.deepEqual(span.attributes, {
      'http.request.method': 'POST',
      'server.address': '127.0.0.1',
      'upgradera.request': 'request-1',
      'http.response.status_code': 200,
    });
  });

  it('says that it was refused, or that there was no answer, by its code', async () => {
    assert.equal((await ask('/no')).status, 403);
    await assert.rejects(ask('/cut'));
    const [refused, cut] = spans.getFinishedSpans();
    assert.equal(refused?.attributes['http.response.status_code'], 403);
    assert.equal(cut?.status.message, 'upstream.unavailable');
  });

  it('is kept to ourselves: nothing of it is sent along', async () => {
    await ask('/');
    assert.ok(!Object.keys(sent).some((name) => /trace|baggage/.test(name)));
  });
});
