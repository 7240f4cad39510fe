import assert from 'node:assert/strict';
import { domainOf, personOf } from '../../../sandbox/tenant/people.ts';

describe('The users of a simulated tenant', () => {
  it('are all different, however many there are', () => {
    const domain = domainOf('Fabrikam Handel AB');
    const users = Array.from({ length: 10_000 }, (_, number) => personOf(number, domain));
    assert.equal(new Set(users.map(({ userName }) => userName)).size, 10_000);
    for (const { name, userName } of users) {
      assert.match(name, /^\p{L}+ \p{L}+$/u);
      assert.match(userName, /^[a-z]+\.[a-z]+\d*@fabrikam\.example$/);
    }
  });
});
