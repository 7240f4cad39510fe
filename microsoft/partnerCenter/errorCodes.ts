/**
 * What Partner Center's error codes mean to an order: one table. Codes and statuses:
 * https://learn.microsoft.com/partner-center/developer/error-codes. Those of 900109 to 900114 are
 * written of Azure plans there, and say of an upgrade what they mean here as well.
 */
import type { ErrorCode } from '../../commerce/base/errors.ts';

/**
 * `no`: nothing was ordered. `underWay`: something is going on with this subscription, perhaps the very
 * order: it has to be looked up. `notYet`: what is asked for may not be visible yet. `setup`: it is not
 * about the order, but about how the partner is set up.
 */
export type Meaning =
  | { is: 'no' }
  | { is: 'underWay' }
  | { is: 'notYet' }
  | { is: 'setup'; code: ErrorCode };

const no: Meaning = { is: 'no' };
const underWay: Meaning = { is: 'underWay' };
const notPermitted: Meaning = { is: 'setup', code: 'connection.no-permission' };

const meanings: Readonly<Record<string, Meaning>> = {
  // The subscription, or the number of licences.
  '2001': no,
  '2002': no,
  '2054': no,
  // Somebody changed it meanwhile: the same call may succeed.
  '2055': { is: 'notYet' },
  '800067': no,
  '800088': no,
  '800090': no,
  '800091': no,
  '900279': no,
  '900311': no,
  // The customer: agreement, approval, account.
  '13605': no,
  '800075': no,
  '900203': no,
  '900206': no,
  '900416': no,
  // What the partner may spend.
  '800023': no,
  '800025': no,
  '800069': no,
  '900121': no,
  // An order can be invisible for a quarter of an hour.
  '20000': { is: 'notYet' },
  // Users were not moved: the rest was done.
  '60000': underWay,
  '800064': underWay,
  '800065': underWay,
  '900109': underWay,
  '900112': underWay,
  '900113': underWay,
  '900114': no,
  '900278': underWay,
  // Privileges, Conditional Access, a call that needs a person.
  '900308': notPermitted,
  '900309': notPermitted,
  '900329': notPermitted,
  // A token for another service.
  '900420': { is: 'setup', code: 'connection.token-refused' },
};

/** @returns undefined for a code that is not known */
export function meaningOf(code: string | undefined): Meaning | undefined {
  return code === undefined ? undefined : meanings[code];
}

/** Codes that the table knows. */
export const knownCodes: readonly string[] = Object.keys(meanings);
