/** Whom a text asks to be moved: all, a department, a group, a list of names, or somebody to look for. */
import { readUserList, type UserList } from '../../../commerce/licences/userList.ts';
import { match } from '../../../understanding/phrases.ts';

export type UsersChosen =
  | { is: 'all' }
  | { is: 'department'; department: string }
  | { is: 'group'; group: string }
  | { is: 'list'; list: UserList }
  | { is: 'search'; search: string };

/** @param text as typed, with its lines */
export function usersChosen(text: string): UsersChosen {
  if (match(text, 'manualAll') !== undefined) return { is: 'all' };
  const group = match(text, 'moveGroup');
  if (group) return { is: 'group', group };
  const department = match(text, 'moveDepartment');
  if (department) return { is: 'department', department };
  if (/[@\n;]/.test(text)) return { is: 'list', list: readUserList(text) };
  return { is: 'search', search: match(text, 'moveSearch') || text.trim() };
}
