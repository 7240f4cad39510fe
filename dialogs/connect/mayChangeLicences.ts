/** May users' licences be changed? Asked of the organization's administrator when somebody wants to, never before. */
import { allowLicencesCard } from '../../cards/connect/allowLicencesCard.ts';
import { consentMinutes } from '../../commerce/model/policyValues.ts';
import type { Connecting } from '../../commerce/ports/connecting.ts';
import type { Turn } from '../step/turn.ts';

type Needs = Pick<Connecting, 'mayWrite' | 'consentLink' | 'writes'>;

/** Where they may not, the way to it is shown, with a link of its own each time. */
export type MayChangeLicences = (turn: Turn) => Promise<boolean>;

/** @param connecting absent where nobody has to be asked */
export function mayChangeLicences(connecting: Needs | undefined): MayChangeLicences {
  return async (turn) => {
    const { tenantId, userId, conversation } = turn;
    if (!connecting || (await connecting.mayWrite(tenantId))) return true;
    const link = connecting.consentLink({ tenantId, userId, conversation }, 'licences');
    const view = { name: connecting.writes, link, minutes: consentMinutes };
    await turn.show('allow-licences', { subject: {} }, (context) =>
      allowLicencesCard(view, context),
    );
    return false;
  };
}
