import { z } from 'zod';

const claimsSchema = z.object({
  roles: z.array(z.string()).optional(),
});

/**
 * What a token of an application allows, as it says itself. It is believed for advice only: the service
 * that it is for decides.
 * @returns undefined where the token can't be read, which it need not be
 */
export function grantedPermissions(token: string): readonly string[] | undefined {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const claims = claimsSchema.safeParse(JSON.parse(payload));
    return claims.success ? (claims.data.roles ?? []) : undefined;
  } catch {
    return undefined;
  }
}
