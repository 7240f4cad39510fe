import { adminCenter } from '../../adminCenter.ts';
import { isRefusedFor } from '../../refusals.ts';
import type { Rule } from '../../rule.ts';

/** What a partner sold, the partner changes; without the partner it is bought anew. What we sell for that partner is no such thing (R11, R12, R44). */
export const partnerManaged: Rule = ({ subscription: { soldBy }, account, refusals }) => {
  if (soldBy === 'formerPartner') {
    return {
      code: 'PARTNER_MANAGED',
      group: 'manual',
      values: { context: 'former' },
      link: adminCenter.purchase,
    };
  }
  const managed = soldBy === 'partner' || (soldBy !== 'thisPartner' && account.agreement === 'CSP');
  if (!managed && !isRefusedFor('PARTNER_MANAGED', refusals)) return undefined;
  return { code: 'PARTNER_MANAGED', group: 'support', values: {}, link: adminCenter.partners };
};
