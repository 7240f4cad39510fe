/** The Teams app package: read, filled in, checked, and only then zipped. */
import { zipSync } from 'fflate';
import { iconMistakes } from './checks/icons.ts';
import { localisationMistakes, type Manifest, manifestSchema } from './checks/localisation.ts';
import { schemaMistakes } from './checks/schemas.ts';
import { asJson, fillIn, holesIn } from './fillIn.ts';

/** Reads a file of the package by its name; undefined when it is not there. */
export type ReadFile = (name: string) => Uint8Array | undefined;

/** Either the package, or one line per mistake. */
export type AppPackage = { zip: Uint8Array } | { mistakes: string[] };

/** The same files give the same bytes: a zip entry's time starts in 1980. */
const entryTime = new Date(1980, 0, 1);

/** What was read so far, and what was wrong with it. */
class Contents {
  readonly files: Record<string, Uint8Array> = {};
  readonly mistakes: string[] = [];
  readonly #read: ReadFile;

  constructor(read: ReadFile) {
    this.#read = read;
  }

  bytes(name: string): Uint8Array | undefined {
    const bytes = this.#read(name);
    if (bytes) this.files[name] = bytes;
    else this.mistakes.push(`${name} is missing`);
    return bytes;
  }

  /** `${{NAME}}` stands for the value of that name. */
  json(name: string, values: Readonly<Record<string, string>>): object | undefined {
    const bytes = this.bytes(name);
    if (!bytes) return undefined;
    const text = fillIn(new TextDecoder().decode(bytes), values, asJson);
    this.mistakes.push(...holesIn(name, text));
    this.files[name] = new TextEncoder().encode(text);
    try {
      return JSON.parse(text);
    } catch (cause) {
      this.mistakes.push(`${name} is not JSON: ${(cause as Error).message}`);
      return undefined;
    }
  }
}

function checkParts(contents: Contents, manifest: Manifest): void {
  const { mistakes } = contents;
  for (const kind of ['color', 'outline'] as const) {
    const file = manifest.icons[kind];
    const bytes = contents.bytes(file);
    if (bytes) mistakes.push(...iconMistakes(kind, file, bytes));
  }
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const texts = contents.json(file, {});
    if (!texts) continue;
    const { manifestVersion } = manifest;
    mistakes.push(...schemaMistakes(manifestVersion, 'MicrosoftTeams.Localization', file, texts));
    mistakes.push(...localisationMistakes(manifest, file, texts));
  }
}

/** @param values what the manifest's `${{NAME}}` stand for. */
export function buildAppPackage(
  read: ReadFile,
  values: Readonly<Record<string, string>>,
): AppPackage {
  const contents = new Contents(read);
  const { files, mistakes } = contents;
  const json = contents.json('manifest.json', values);
  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) {
    const { manifestVersion } = manifest.data;
    mistakes.push(...schemaMistakes(manifestVersion, 'MicrosoftTeams', 'manifest.json', json));
    checkParts(contents, manifest.data);
  } else if (json) {
    mistakes.push(
      ...manifest.error.issues.map(
        ({ path, message }) => `manifest.json /${path.join('/')} ${message}`,
      ),
    );
  }
  return mistakes.length > 0 ? { mistakes } : { zip: zipSync(files, { mtime: entryTime }) };
}
