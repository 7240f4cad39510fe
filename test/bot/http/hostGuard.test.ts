import assert from 'node:assert/strict';
import { mayReach } from '../../../bot/http/hostGuard.ts';

describe('who may reach a door without authentication', () => {
  const cases: [host: string | undefined, origin: string | undefined, allowed: boolean][] = [
    ['localhost:3978', undefined, true],
    ['127.0.0.1:3978', 'http://localhost:5000', true],
    ['[::1]:3978', 'http://127.0.0.1', true],
    ['192.168.1.5:3978', 'http://192.168.1.5:3978', true],
    ['192.168.1.5:3978', 'http://192.168.1.5:80', false],
    ['localhost:3978', 'https://evil.example', false],
    ['localhost:3978', 'http://localhost.evil.example', false],
    ['localhost:3978', 'http://127.0.0.1.evil.example', false],
    ['localhost:3978', 'null', false],
    ['evil.example:3978', undefined, false],
    ['evil.example:3978', 'http://evil.example:3978', false],
    ['', undefined, false],
    [undefined, undefined, false],
  ];
  for (const [host, origin, allowed] of cases) {
    it(`${allowed ? 'serves' : 'refuses'} host ${host}, origin ${origin}`, () => {
      const headers = { ...(host !== undefined && { host }), ...(origin && { origin }) };
      assert.equal(mayReach(headers), allowed);
    });
  }
});
