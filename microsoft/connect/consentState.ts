/** What a link to consent carries there and back: who asked, until when, and that it came from us. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedTexts } from '../../commerce/base/signedText.ts';
import { consentMinutes } from '../../commerce/model/policyValues.ts';
import {
  type Asker,
  type ConsentPurpose,
  consentPurposes,
} from '../../commerce/ports/connecting.ts';

/** Short names: all of it stands in an address. */
const claimsSchema = z.object({
  t: z.string(),
  u: z.string(),
  c: z.string(),
  /** Of this link alone. */
  n: z.guid(),
  /** Milliseconds since 1970. */
  e: z.int(),
  w: z.enum(consentPurposes).default('reading'),
});

export interface ConsentState {
  asker: Asker;
  purpose: ConsentPurpose;
  id: string;
  until: Temporal.Instant;
}

export class ConsentStates {
  readonly #texts: SignedTexts;

  /** @param secret that processes which serve the same tenants share */
  constructor(secret: string) {
    this.#texts = new SignedTexts(secret, 'consent state 1');
  }

  issue(
    { tenantId, userId, conversation }: Asker,
    now: Temporal.Instant,
    w: ConsentPurpose = 'reading',
  ): string {
    const e = now.add({ minutes: consentMinutes }).epochMilliseconds;
    return this.#texts.write({ t: tenantId, u: userId, c: conversation, n: randomUUID(), e, w });
  }

  /** @returns undefined for what we never issued; whether it still holds is for the caller */
  read(state: string): ConsentState | undefined {
    const claims = this.#texts.read(state);
    if (claims === undefined) return undefined;
    const { t, u, c, n, e, w } = claimsSchema.parse(claims);
    return {
      asker: { tenantId: t, userId: u, conversation: c },
      purpose: w,
      id: n,
      until: Temporal.Instant.fromEpochMilliseconds(e),
    };
  }
}
