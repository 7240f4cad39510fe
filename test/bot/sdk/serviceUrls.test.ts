import assert from 'node:assert/strict';
import { serviceUrlRule } from '../../../bot/sdk/serviceUrls.ts';

describe('The rule for service URLs', () => {
  it('lets the local channel be on whatever address the server listens, and on no other port', () => {
    const mayCall = serviceUrlRule({ authenticates: false, ownUrl: () => 'http://10.0.0.4:3978' });
    assert.equal(mayCall('http://10.0.0.4:3978/connector'), true);
    assert.equal(mayCall('http://10.0.0.4:22/connector'), false);
  });

  it('lets the local channel be beside what the operator has named', () => {
    const serviceUrls = ['http://127.0.0.1:9'];
    const ownUrl = () => 'http://127.0.0.1:3978';
    const mayCall = serviceUrlRule({ authenticates: false, serviceUrls, ownUrl });
    assert.equal(mayCall('http://127.0.0.1:3978/connector'), true);
    assert.equal(mayCall('http://127.0.0.1:9/'), true);
    assert.equal(mayCall('http://127.0.0.1:10/'), false);
  });

  it('takes nothing that is no address', () => {
    for (const text of ['', 'smba.trafficmanager.net', 'javascript:', 'https://']) {
      assert.equal(serviceUrlRule({ authenticates: true })(text), false);
      assert.equal(serviceUrlRule({ authenticates: false })(text), false);
    }
  });
});
