/** Which texts of a manifest its language files must translate. */
import { z } from 'zod';

/** The parts of a manifest that this folder reads; the JSON schema checks the rest. */
export const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  name: z.record(z.string(), z.string()),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(
    z.looseObject({
      commandLists: z.array(z.looseObject({ commands: z.array(z.record(z.string(), z.string())) })),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Keys as Teams writes them, e.g. `bots[0].commandLists[0].commands[1].title`. */
export function translatableKeys(manifest: Manifest): string[] {
  const commands = manifest.bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap((list, listAt) =>
      list.commands.flatMap((command, at) =>
        ['title', 'description']
          .filter((key) => key in command)
          .map((key) => `bots[${bot}].commandLists[${listAt}].commands[${at}].${key}`),
      ),
    ),
  );
  return [
    ...Object.keys(manifest.name).map((key) => `name.${key}`),
    'description.short',
    'description.full',
    ...commands,
  ];
}

/** One line per text that is missing, or that translates nothing. */
export function localisationMistakes(manifest: Manifest, file: string, texts: object): string[] {
  const wanted = new Set(translatableKeys(manifest));
  const given = new Set(Object.keys(texts).filter((key) => key !== '$schema'));
  return [
    ...[...wanted.difference(given)].map((key) => `${file} lacks ${key}`),
    ...[...given.difference(wanted)].map((key) => `${file} has ${key}, which the manifest lacks`),
  ];
}
