import assert from 'node:assert/strict';
import { readUserList } from '../../../commerce/licences/userList.ts';
import { mostListedUsers } from '../../../commerce/model/policyValues.ts';

const a = 'anna@contoso.com';
const b = 'bo@contoso.com';

describe('A list of users', () => {
  const cases: Record<string, [text: string, names: string[]]> = {
    'has one a line': [`${a}\n${b}\n`, [a, b]],
    'has them between commas': [`${a}, ${b}`, [a, b]],
    'has them between semicolons': [`${a};${b};`, [a, b]],
    'has them between tabs': [`${a}\t${b}`, [a, b]],
    'has lines as Windows ends them': [`${a}\r\n\r\n${b}\r\n`, [a, b]],
    'has quotes': [`"${a}";"${b}"`, [a, b]],
    'has a mark of its byte order': [`\uFEFF${a}`, [a]],
    'has names before the addresses': [`Anna Ek <${a}>; Bo <${b}>`, [a, b]],
    'has capitals': ['Anna@Contoso.com', [a]],
    'is a table with a title': [`UserPrincipalName\n${a}\n${b}`, [a, b]],
    'is a table with a Swedish title': [`Namn;E-post\nAnna;${a}\nBo;${b}`, [a, b]],
    'is a table with several columns of addresses': [
      `Display name,User principal name,Alternate email\n"Ek, Anna",${a},anna@gmail.com`,
      [a],
    ],
    'is a table with titles of its own': [`Who,Where\nAnna,${a}\nBo,${b}`, [a, b]],
    'is a table with a title and nobody in it': ['UserPrincipalName\r\n', []],
    'has a cell in a column of user names that is none': [`UPN\nanna\n${b}`, ['anna', b]],
    'has names that are no addresses': ['anna\nbo', ['anna', 'bo']],
    'has stray quotes': [`${a}\n"${b}`, [a, b]],
    'is empty': [' \n ; ,\n', []],
  };
  for (const [name, [text, names]] of Object.entries(cases)) {
    it(`is read when it ${name}`, () => {
      assert.deepEqual(readUserList(text).userNames, names);
    });
  }

  it('has each user once, and tells how often one came again', () => {
    const list = readUserList(`${a}\n${b}\n${a.toUpperCase()}\n${a}`);
    assert.deepEqual([list.userNames, list.repeated], [[a, b], 2]);
  });

  it('is cut where it is too long, and says so', () => {
    const names = Array.from({ length: mostListedUsers + 1 }, (_, at) => `u${at}@contoso.com`);
    const list = readUserList(names.join('\n'));
    assert.equal(list.userNames.length, mostListedUsers);
    assert.equal(list.isCut, true);
    assert.equal(readUserList(names.slice(1).join(';')).isCut, false);
  });
});
