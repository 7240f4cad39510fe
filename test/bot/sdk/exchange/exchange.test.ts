import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { DirectExchange } from '../../../../bot/sdk/exchange/directExchange.ts';
import {
  type ChannelRequest,
  type Exchange,
  ExchangeError,
} from '../../../../bot/sdk/exchange/exchange.ts';
import { busyMeter, RelievedExchange } from '../../../../bot/sdk/exchange/relievedExchange.ts';
import { ThreadedExchange } from '../../../../bot/sdk/exchange/threadedExchange.ts';

const text = 'Hej då 👋';

/** A channel that answers by the path. */
const behaviours: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/echo': (request, response) => {
    response.setHeader('content-type', 'application/json');
    request.pipe(response);
  },
  '/busy': (_request, response) => {
    response.writeHead(429, { 'retry-after': '7' });
    response.end('{}');
  },
  '/long': (_request, response) => response.end('x'.repeat(2 * 1024 * 1024)),
  '/cut': (request) => request.socket.destroy(),
  '/never': () => undefined,
};

function everySecondTime(): () => boolean {
  let times = 0;
  return () => {
    times += 1;
    return times % 2 === 0;
  };
}

/** With the most connections that each keeps for 40 requests at a time. */
const exchanges: [string, () => Exchange, number][] = [
  ['on the main thread', () => new DirectExchange(), 41],
  ['in a thread of its own', () => new ThreadedExchange(), 41],
  // Two senders keep connections of their own.
  ['now here and now in a thread', () => new RelievedExchange(everySecondTime()), 80],
];

describe('an exchange with the channel', () => {
  const server = createServer((request, response) =>
    behaviours[request.url ?? '']?.(request, response),
  );
  const sockets = new Set<number | undefined>();
  let origin: string;
  const to = (path: string, more: Partial<ChannelRequest> = {}): ChannelRequest => ({
    ...{ origin, path, method: 'POST', headers: { accept: 'application/json' }, body: text },
    ...more,
  });

  before(async () => {
    server.on('request', ({ socket }) => sockets.add(socket.remotePort));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const [where, create, connections] of exchanges) {
    describe(where, () => {
      const exchange = create();
      after(() => exchange.stop());

      const failure = async (request: ChannelRequest): Promise<ExchangeError> => {
        const error = await exchange.send(request).catch((thrown: unknown) => thrown);
        assert(error instanceof ExchangeError);
        return error;
      };

      it('brings what was answered, letter by letter', async () => {
        assert.deepEqual(await exchange.send(to('/echo')), { statusCode: 200, text });
      });

      it('gives each of many at once its own answer, over connections that are kept', async () => {
        sockets.clear();
        const bodies = Array.from({ length: 40 }, (_, index) => `${index} ${text}`);
        for (let round = 0; round < 3; round += 1) {
          const answers = await Promise.all(
            bodies.map((body) => exchange.send(to('/echo', { body }))),
          );
          assert.deepEqual(
            answers.map((answer) => answer.text),
            bodies,
          );
        }
        assert(sockets.size <= connections, `${sockets.size} connections`);
      });

      it('tells that the channel wants to be left alone for a while', async () => {
        const { statusCode, retryAfter } = await exchange.send(to('/busy'));
        assert.deepEqual({ statusCode, retryAfter }, { statusCode: 429, retryAfter: '7' });
      });

      it('reads no more of an answer than any answer has', async () => {
        assert.deepEqual(await exchange.send(to('/long')), { statusCode: 200, text: '' });
      });

      it('does not know whether a request arrived whose connection broke', async () => {
        const { status, sent } = await failure(to('/cut'));
        assert.deepEqual({ status, sent }, { status: 'network', sent: true });
      });

      it('knows that a request to nobody did not leave', async () => {
        const { status, sent } = await failure(to('/echo', { origin: 'http://127.0.0.1:9' }));
        assert.deepEqual({ status, sent }, { status: 'network', sent: false });
      });

      it('refuses an address that is none, and goes on', async () => {
        const { sent } = await failure(to('/echo', { origin: 'nowhere' }));
        assert.equal(sent, false);
        assert.equal((await exchange.send(to('/echo'))).text, text);
      });
    });
  }

  describe('that is relieved when there is no time', () => {
    it('starts no thread as long as there is time', async () => {
      let threads = 0;
      const note = () => {
        threads += 1;
      };
      process.on('worker', note);
      const exchange = new RelievedExchange(() => false);
      assert.equal((await exchange.send(to('/echo'))).text, text);
      await exchange.stop();
      process.off('worker', note);
      assert.equal(threads, 0);
    });

    it('finds no time in a main thread that works on and on, and some in one that waits', async () => {
      const isBusy = busyMeter();
      for (let from = performance.now(); performance.now() - from < 400; ) {
        const until = performance.now() + 20;
        while (performance.now() < until);
        await setImmediate();
      }
      assert.equal(isBusy(), true);
      await setTimeout(300);
      assert.equal(isBusy(), false);
    });
  });

  describe('whose thread dies', () => {
    it('does not know what became of what the thread had, and sends what follows by another', async () => {
      const exchange = new ThreadedExchange();
      const threads: Worker[] = [];
      const note = (thread: Worker) => threads.push(thread);
      process.on('worker', note);
      const arrived = once(server, 'request');
      const lost = exchange.send(to('/never'));
      const told = assert.rejects(lost, { name: 'Error', status: 'network', sent: true });
      await arrived;
      await threads[0]?.terminate();
      await told;
      assert.equal((await exchange.send(to('/echo'))).text, text);
      assert.equal(threads.length, 2);
      process.off('worker', note);
      await exchange.stop();
    });

    it('waits at its stop for what is under way', async () => {
      const exchange = new ThreadedExchange();
      const sent = exchange.send(to('/echo'));
      await exchange.stop();
      assert.equal((await sent).text, text);
    });
  });
});
