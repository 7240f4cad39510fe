/** `npm run package`: writes the Teams app package and its two pages, or says what is wrong with them. */
import { build, writeBuilt } from './build.ts';
import { packageValuesIn } from './values.ts';

const given = packageValuesIn(process.env);
const result = 'mistakes' in given ? given : { ...given, ...build(given.values) };
if ('mistakes' in result) {
  for (const mistake of result.mistakes) console.error(mistake);
  process.exitCode = 1;
} else {
  const { zip, pages, values, isTrial } = result;
  const name = isTrial ? 'upgradera-trial.zip' : 'upgradera-teams.zip';
  writeBuilt(name, zip);
  console.log(`Wrote dist/${name} for the bot ${values.MicrosoftAppId}.`);
  if (isTrial) {
    console.log(
      'It is one to look at: set MicrosoftAppId and who publishes it, as README.md says,',
    );
    console.log('for one that Teams takes.');
  } else {
    for (const [page, text] of pages) writeBuilt(page, text);
    const { PUBLISHER_PRIVACY_URL, PUBLISHER_TERMS_URL } = values;
    console.log(
      `Wrote dist/privacy.html and dist/terms.html. They belong to ${PUBLISHER_PRIVACY_URL}`,
    );
    console.log(`and ${PUBLISHER_TERMS_URL}: publish them there before others install the app.`);
  }
}
