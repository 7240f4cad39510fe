/** The JSON schemas of Teams app packages, as shipped in `@microsoft/app-manifest`. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const shipped = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams',
);

export type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

/**
 * One line per mistake, with the place in the file; none when all is well.
 * @param version of the schema, e.g. `1.30`.
 */
export function schemaMistakes(
  version: string,
  schema: SchemaName,
  file: string,
  value: unknown,
): string[] {
  const path = join(shipped, `v${version}`, `${schema}.schema.json`);
  if (!existsSync(path)) return [`${file}: there is no schema of version ${version}`];
  // Some of the shipped patterns are no valid regular expressions in Unicode mode.
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const holds = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  if (holds(value)) return [];
  return (holds.errors ?? []).map(({ instancePath, message, params }) => {
    const name = 'additionalProperty' in params ? `: ${params.additionalProperty}` : '';
    return `${file} ${instancePath || '/'} ${message}${name}`;
  });
}
