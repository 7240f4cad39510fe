/** The users of simulated tenants: nobody is stored, everybody follows from a number. */
import type { LicensedUser } from '../../commerce/ports/directory.ts';

const firstNames = spelled([
  'Alva',
  'Björn',
  'Cecilia',
  'David',
  'Elsa',
  'Fatima',
  'Gustav',
  'Hanna',
  'Ivar',
  'Jasmin',
  'Karin',
  'Liam',
  'Maja',
  'Nils',
  'Olivia',
  'Petra',
  'Rashid',
  'Sanna',
  'Tove',
  'Ulf',
  'Vera',
  'William',
  'Ylva',
]);
const lastNames = spelled([
  'Andersson',
  'Berg',
  'Ceder',
  'Dahl',
  'Ekström',
  'Forsberg',
  'Gran',
  'Hedlund',
  'Isaksson',
  'Jonsson',
  'Karlsson',
  'Lindgren',
  'Moberg',
  'Nyström',
  'Olofsson',
  'Pålsson',
  'Rosén',
  'Sandberg',
  'Törnqvist',
  'Wallin',
  'Åberg',
  'Öberg',
]);

/** Coprime to the number of last names, as that is to the number of first names: no pair comes early. */
const stride = 5;

/** Where the users of an organisation sign in. */
export const domainOf = (organisation: string): string =>
  `${ascii(organisation.split(' ')[0] ?? '')}.example`;

/** User number `index`, from 0; each has another name to sign in with. */
export function personOf(index: number, domain: string): LicensedUser {
  const first = at(firstNames, index);
  const last = at(lastNames, index * stride);
  const round = Math.floor(index / (firstNames.length * lastNames.length));
  const number = round === 0 ? '' : String(round + 1);
  return {
    name: `${first.name} ${last.name}`,
    userName: `${first.ascii}.${last.ascii}${number}@${domain}`,
  };
}

interface Spelled {
  name: string;
  ascii: string;
}

function spelled(names: readonly string[]): Spelled[] {
  return names.map((name) => ({ name, ascii: ascii(name) }));
}

function at(names: readonly Spelled[], index: number): Spelled {
  return names[index % names.length] ?? { name: '', ascii: '' };
}

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();
}
