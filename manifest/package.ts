/** `npm run package`: writes the Teams app package, or says what is wrong with it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAppPackage } from './appPackage.ts';

/** Good enough to look at the package; Teams will not reach a bot through it. */
const trialId = '6f1d2a40-5c3b-4e8f-9a57-2b90c4e7d813';
const target = join(import.meta.dirname, '../dist/upgradera-teams.zip');

const MicrosoftAppId = process.env.MicrosoftAppId || trialId;

const result = buildAppPackage(
  (name) => {
    const path = join(import.meta.dirname, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  },
  { MicrosoftAppId },
);

if ('mistakes' in result) {
  for (const mistake of result.mistakes) console.error(mistake);
  process.exitCode = 1;
} else {
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, result.zip);
  console.log(`Wrote dist/upgradera-teams.zip for the bot ${MicrosoftAppId}.`);
  if (MicrosoftAppId === trialId) {
    console.log('Set MicrosoftAppId to the id of your app registration before you upload it.');
  }
}
