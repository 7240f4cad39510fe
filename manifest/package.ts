/** `npm run package`: writes the Teams app package and its two pages, or says what is wrong with them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAppPackage } from './appPackage.ts';
import { buildPages } from './pages.ts';
import { readShipped } from './shipped.ts';
import { packageValuesIn } from './values.ts';

const target = join(import.meta.dirname, '../dist');

function build() {
  const given = packageValuesIn(process.env);
  if ('mistakes' in given) return given;
  const built = buildAppPackage(readShipped, given.values);
  const written = buildPages(readShipped, given.values);
  const mistakes = [built, written].flatMap((part) => ('mistakes' in part ? part.mistakes : []));
  if ('mistakes' in built || 'mistakes' in written) return { mistakes };
  return { ...given, ...built, ...written };
}

const result = build();
if ('mistakes' in result) {
  for (const mistake of result.mistakes) console.error(mistake);
  process.exitCode = 1;
} else {
  const { zip, pages, values, isTrial } = result;
  const name = isTrial ? 'upgradera-trial.zip' : 'upgradera-teams.zip';
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, name), zip);
  console.log(`Wrote dist/${name} for the bot ${values.MicrosoftAppId}.`);
  if (isTrial) {
    console.log(
      'It is one to look at: set MicrosoftAppId and who publishes it, as README.md says,',
    );
    console.log('for one that Teams takes.');
  } else {
    for (const [page, text] of pages) writeFileSync(join(target, page), text);
    console.log(
      `Wrote dist/privacy.html and dist/terms.html. They belong to ${values.PUBLISHER_PRIVACY_URL}`,
    );
    console.log(
      `and ${values.PUBLISHER_TERMS_URL}: publish them there before others install the app.`,
    );
  }
}
