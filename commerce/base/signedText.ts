/** Texts that leave us and come back: signed, so that we know our own; not sealed, so that no secret stands in them. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export class SignedTexts {
  readonly #key: Buffer;

  /**
   * @param secret that processes which serve the same tenants share; what signs is derived from it
   * @param purpose of these texts alone: those of another purpose are none of ours
   */
  constructor(secret: string, purpose: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', `upgradera ${purpose}`, 32));
  }

  /** @returns what may stand in an address */
  write(claims: object): string {
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${body}.${this.#sign(body)}`;
  }

  /** @returns undefined for what we never wrote */
  read(text: string): unknown {
    const [body = '', signature = '', ...more] = text.split('.');
    // As text: other texts decode to the same bytes.
    const [given, due] = [Buffer.from(signature), Buffer.from(this.#sign(body))];
    const isOurs = given.length === due.length && timingSafeEqual(given, due);
    if (more.length > 0 || !isOurs) return undefined;
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url');
  }
}
