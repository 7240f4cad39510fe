/** `upgradera.env`: who the bot is, in the words of its settings. Only its owner may read it. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

export const identityFile = 'upgradera.env';

/** As Microsoft's tool writes them. */
const writtenSchema = z.object({
  CLIENT_ID: z.guid(),
  CLIENT_SECRET: z.string().min(1),
  TENANT_ID: z.guid(),
});

/** Empty, so that the tool writes into a file that nobody else can read. */
export function reserveIdentityFile(): void {
  writeFileSync(identityFile, '', { mode: 0o600, flag: 'wx' });
}

/** Unless the tool has left something in it. */
export function releaseIdentityFile(): void {
  if (existsSync(identityFile) && readFileSync(identityFile, 'utf8').trim() === '') {
    rmSync(identityFile);
  }
}

/** @returns the bot's id, or undefined where the file does not hold what the tool should have written */
export function rewriteIdentityFile(teamsAppId: string): string | undefined {
  const written = writtenSchema.safeParse(parseEnv(readFileSync(identityFile, 'utf8')));
  if (!written.success) return undefined;
  const { CLIENT_ID, CLIENT_SECRET, TENANT_ID } = written.data;
  const lines = [
    `MicrosoftAppId=${CLIENT_ID}`,
    `MicrosoftAppPassword='${CLIENT_SECRET}'`,
    `MicrosoftAppTenantId=${TENANT_ID}`,
    `TEAMS_APP_ID=${teamsAppId}`,
  ];
  // In one step: a power cut must not cost the secret, which is shown once only.
  writeFileSync(`${identityFile}.new`, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(`${identityFile}.new`, identityFile);
  return CLIENT_ID;
}
