/** `npm run catalog -- FILE.csv`: writes the catalogue from Microsoft's product table and tells what it mended. */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalog } from '../commerce/catalog/loadCatalog.ts';
import { buildCatalogue } from './buildCatalogue.ts';
import handKept from './handKept.json' with { type: 'json' };
import { handKeptSchema } from './handKept.ts';
import { toJson, toReport } from './write.ts';

const target = new URL('../commerce/catalog/data/plans.json', import.meta.url);

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say which file: npm run catalog -- FILE.csv');
  process.exitCode = 2;
} else {
  try {
    build(file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Nothing is written unless the bot can read it. */
function build(path: string): void {
  const built = buildCatalogue(readFileSync(path, 'utf8'), handKeptSchema.parse(handKept));
  const json = toJson(built);
  readCatalog(JSON.parse(json));
  writeFileSync(target, json);
  for (const line of toReport(built)) console.log(line);
  console.log(`Wrote ${relative(process.cwd(), fileURLToPath(target))}`);
}
