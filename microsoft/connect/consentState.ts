/**
 * What a link to consent carries there and back: who asked, until when, and that it came from us. It is
 * signed, not sealed: ids stand in it, and no secret.
 */
import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
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
  readonly #key: Buffer;

  /** @param secret that processes which serve the same tenants share; what signs is derived from it */
  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'upgradera consent state 1', 32));
  }

  issue(
    { tenantId, userId, conversation }: Asker,
    now: Temporal.Instant,
    w: ConsentPurpose = 'reading',
  ): string {
    const e = now.add({ minutes: consentMinutes }).epochMilliseconds;
    const claims = { t: tenantId, u: userId, c: conversation, n: randomUUID(), e, w };
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${body}.${this.#sign(body)}`;
  }

  /** @returns undefined for what we never issued; whether it still holds is for the caller */
  read(state: string): ConsentState | undefined {
    const [body = '', signature = '', ...more] = state.split('.');
    // As text: other texts decode to the same bytes.
    const [given, due] = [Buffer.from(signature), Buffer.from(this.#sign(body))];
    const isOurs = given.length === due.length && timingSafeEqual(given, due);
    if (more.length > 0 || !isOurs) return undefined;
    const { t, u, c, n, e, w } = claimsSchema.parse(
      JSON.parse(Buffer.from(body, 'base64url').toString('utf8')),
    );
    return {
      asker: { tenantId: t, userId: u, conversation: c },
      purpose: w,
      id: n,
      until: Temporal.Instant.fromEpochMilliseconds(e),
    };
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url');
  }
}
