/** The package as it would be built now, and as it was built last. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildAppPackage } from '../../appPackage.ts';
import { manifestIn, target } from '../../build.ts';
import { asJson, fillIn } from '../../fillIn.ts';
import { readShipped } from '../../shipped.ts';
import { trialId } from '../../trialId.ts';
import { packageValuesIn } from '../../values.ts';

const guessed = z.string().catch('');

/** As much as the checks look at; a manifest with mistakes has at least something of it. */
const manifestSchema = z.looseObject({
  id: guessed,
  bots: z.array(z.looseObject({ botId: guessed })).catch([]),
  validDomains: z.array(z.string()).catch([]),
  webApplicationInfo: z.looseObject({ id: guessed, resource: guessed }).optional().catch(undefined),
});

export type LookedAtManifest = z.infer<typeof manifestSchema>;

export interface PackageFacts {
  /** Lines on who publishes it. */
  publisher: readonly string[];
  /** Lines on its files. */
  mistakes: readonly string[];
  /** Filled in. */
  manifest?: LookedAtManifest;
  /** Of `dist/upgradera-teams.zip`: its bot, and whether it holds what would be built now. */
  packed?: { botId: string; isCurrent: boolean };
}

export interface PackagePlaces {
  read: typeof readShipped;
  zip: string;
}

export const usualPlaces: PackagePlaces = {
  read: readShipped,
  zip: join(target, 'upgradera-teams.zip'),
};

export function packageFacts(
  env: NodeJS.ProcessEnv,
  { read, zip }: PackagePlaces = usualPlaces,
): PackageFacts {
  const appId = env.MicrosoftAppId?.trim() || trialId;
  const given = packageValuesIn({ ...env, MicrosoftAppId: appId });
  // Without a publisher the files are looked at all the same, as for a package to look at.
  const fallback = packageValuesIn({});
  const { values } = 'values' in given ? given : { values: {}, ...fallback };
  const filled = { ...values, MicrosoftAppId: appId };
  const built = buildAppPackage(read, filled);
  const manifest = manifestOf(read, filled);
  const packed = packedIn(zip, 'zip' in built ? built.zip : undefined);
  return {
    publisher: 'mistakes' in given ? given.mistakes : [],
    mistakes: 'mistakes' in built ? built.mistakes : [],
    ...(manifest ? { manifest } : {}),
    ...(packed ? { packed } : {}),
  };
}

function manifestOf(
  read: PackagePlaces['read'],
  values: Record<string, string>,
): LookedAtManifest | undefined {
  const text = new TextDecoder().decode(read('manifest.json'));
  try {
    return manifestSchema.parse(JSON.parse(fillIn(text, values, asJson)));
  } catch {
    return undefined;
  }
}

function packedIn(path: string, current: Uint8Array | undefined): PackageFacts['packed'] {
  if (!existsSync(path)) return undefined;
  const zip = readFileSync(path);
  try {
    const { bots } = manifestSchema.parse(manifestIn(zip));
    return { botId: bots[0]?.botId ?? '', isCurrent: current !== undefined && zip.equals(current) };
  } catch {
    return { botId: '', isCurrent: false };
  }
}
