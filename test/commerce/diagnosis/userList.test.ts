import assert from 'node:assert/strict';
import { userListOf } from '../../../commerce/diagnosis/userList.ts';

const listOf = (name: string, userName = 'a@b.example'): string | undefined =>
  userListOf([{ name, userName }]).csv.split('\n')[1];

describe('The list of users', () => {
  const cases: [what: string, name: string, row: string][] = [
    ['a plain name as it is', 'Åsa Öberg', 'Åsa Öberg,a@b.example'],
    ['a comma in quotes', 'Berg, Åsa', '"Berg, Åsa",a@b.example'],
    ['a quote twice', 'Åsa "Å" Berg', '"Åsa ""Å"" Berg",a@b.example'],
    ['no formula', '=1+1', "'=1+1,a@b.example"],
    ['one row for each user', 'a\nb', 'a b,a@b.example'],
  ];
  for (const [what, name, row] of cases) {
    it(`has ${what}`, () => assert.equal(listOf(name), row));
  }

  it('ends where a message does, and says how many are in it', () => {
    const users = Array.from({ length: 10_000 }, (_, n) => ({
      name: `User ${n}`,
      userName: `user${n}@contoso.example`,
    }));
    const { csv, told } = userListOf(users);
    assert.ok(csv.length <= 12_000);
    assert.ok(told > 200 && told < 10_000);
    assert.equal(csv.split('\n').length, told + 1);
  });

  it('is only a head without users', () => {
    assert.deepEqual(userListOf([]), { csv: 'name,userName', told: 0 });
  });
});
