/** Users as comma-separated values, to be taken along into a table. */
import type { LicensedUser } from '../ports/directory.ts';
import type { UserFailure } from '../ports/seller.ts';

/** One message holds so many characters at the least. */
const longestText = 12_000;

export interface UserList {
  csv: string;
  /** How many of the users are in it. */
  told: number;
}

/** The first users whose rows fit into one message, below a head row. */
export function userListOf(users: readonly LicensedUser[]): UserList {
  return listThatFits(
    'name,userName',
    users.map(({ name, userName }) => [name, userName]),
  );
}

/** The same for users that an upgrade did not move, with Microsoft's class of the error (R49). */
export function failureListOf(failures: readonly UserFailure[]): UserList {
  return listThatFits(
    'userName,reason',
    failures.map(({ userName, reason }) => [userName, reason]),
  );
}

function listThatFits(head: string, cells: readonly string[][]): UserList {
  const rows = [head];
  let { length } = head;
  for (const texts of cells) {
    const row = texts.map(cell).join(',');
    length += row.length + 1;
    if (length > longestText) break;
    rows.push(row);
  }
  return { csv: rows.join('\n'), told: rows.length - 1 };
}

/** Quoted where needed; no cell is a formula for a table, and none is more than a line. */
function cell(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  const harmless = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
