/** Whether a tenant may be read, and how its administrator allows that. */

import type { OrUnknown } from '../model/unknown.ts';
import type { Connected } from './connection.ts';

/** In whose name a consent is asked for. */
export interface Asker {
  tenantId: string;
  userId: string;
  /** Key of the conversation, which goes on when the consent is given. */
  conversation: string;
}

/** What a consent is asked for: to read the tenant, or to change its users' licences, which is asked for later. */
export const consentPurposes = ['reading', 'licences'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What came of a consent that was asked for. All but those that were given leave everything as it was. */
export const consentOutcomes = [
  'connected',
  /** The administrator said no. */
  'refused',
  /** Who signed in may not consent for an organization. */
  'notAdmin',
  /** It was given for another organization. */
  'wrongTenant',
  /** The link was too old, or was used before. */
  'expired',
  'used',
  /** No link of ours leads here. */
  'unreadable',
  /** Who asked is a guest of the organization, or is not in its directory. */
  'guest',
  'stranger',
  /** Microsoft does not know of the consent yet. */
  'notYet',
  /** A policy of the organization keeps us out. */
  'blocked',
  /** Something that is needed was not consented to. */
  'incomplete',
  /** Nobody can tell just now. */
  'failed',
  /** Of a consent to change licences: users may be moved now; all others leave reading as it was. */
  'licencesAllowed',
  'licencesRefused',
  'licencesElsewhere',
  'licencesIncomplete',
  'licencesFailed',
] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

/** Of somebody who talks to us in a tenant. */
export type Standing = 'member' | 'guest' | 'stranger';

export interface Connecting {
  /** Something that can be read for a tenant, and whether nothing works without. */
  readonly reads: readonly { name: string; isNeeded: boolean }[];
  /** What changing licences takes, by Microsoft's name. */
  readonly writes: string;
  /** Whether a tenant of this name could be connected at all. */
  isPossible(tenantId: string): boolean;
  /** Undefined where the tenant is not connected. */
  find(tenantId: string): Promise<Connected | undefined>;
  /** Where an administrator consents; to reading, unless another purpose is named. Holds for `consentMinutes`, once. */
  consentLink(asker: Asker, purpose?: ConsentPurpose): string;
  /** Whether licences of the tenant's users may be changed. @throws connection.…, upstream.… when it can't be told */
  mayWrite(tenantId: string): Promise<boolean>;
  /**
   * @param query as Microsoft sends the administrator back with it
   * @returns with the one who asked, where the link was ours
   */
  redeem(query: unknown): Promise<{ outcome: ConsentOutcome; asker?: Asker }>;
  /** @throws connection.… when the tenant can't be read any more */
  standingOf(tenantId: string, userId: string): Promise<OrUnknown<Standing>>;
  /** What we know is forgotten. The consent itself stands at Microsoft, where it can be taken back. */
  disconnect(tenantId: string): Promise<void>;
}
