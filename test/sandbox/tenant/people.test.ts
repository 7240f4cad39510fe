import assert from 'node:assert/strict';
import { latestOf, overAssignedIn } from '../../../sandbox/tenant/people.ts';

describe('The users of a simulated tenant', () => {
  it('are all different, however many there are', () => {
    const users = overAssignedIn({ assigned: 10_000, quantity: 0 }, 'Fabrikam Handel AB');
    assert.equal(new Set(users.map(({ userName }) => userName)).size, 10_000);
    for (const { name, userName } of users) {
      assert.match(name, /^\p{L}+ \p{L}+$/u);
      assert.match(userName, /^[a-z]+\.[a-z]+\d*@fabrikam\.example$/);
    }
  });

  it('stay who they are when licences are bought', () => {
    const before = overAssignedIn({ assigned: 28, quantity: 25 }, 'Contoso Bygg AB');
    const after = overAssignedIn({ assigned: 28, quantity: 26 }, 'Contoso Bygg AB');
    assert.deepEqual(after, before.slice(0, 2));
  });

  it('are none where every licence was bought', () => {
    assert.deepEqual(overAssignedIn({ assigned: 25, quantity: 25 }, 'Contoso Bygg AB'), []);
  });

  it('are no more than there are, the latest assigned first', () => {
    const all = latestOf(3, 12, 'Contoso Bygg AB');
    assert.equal(all.length, 3);
    assert.deepEqual(latestOf(4, 4, 'Contoso Bygg AB').slice(1), all);
  });
});
