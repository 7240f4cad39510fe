import { adminCenter } from '../adminCenter.ts';
import type { Rule } from '../rule.ts';

/** More users have a licence than were bought; as many as were bought is fine (R24, R46, R47). */
export const licenseConflict: Rule = ({ subscription: { assigned, quantity } }) => {
  if (assigned <= quantity) return undefined;
  const excess = assigned - quantity;
  return {
    code: 'LICENSE_CONFLICT',
    group: 'fixNow',
    values: { assigned, quantity, excess },
    link: adminCenter.licenses,
  };
};
