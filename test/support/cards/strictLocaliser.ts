/** A localiser that refuses sentences with blanks, and remembers which sentences were used. */
import en from '../../../locales/en-US.json' with { type: 'json' };
import { type Locale, type Localiser, localiser } from '../../../locales/localiser.ts';
import sv from '../../../locales/sv-SE.json' with { type: 'json' };

/** Every sentence of a locale by its full key; lists as `key.0`, `key.1`, … */
export function sentences(locale: Locale): Map<string, string> {
  const all = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') all.set(path, node);
    else
      for (const [name, value] of Object.entries(node as object))
        walk(value, path ? `${path}.${name}` : name);
  };
  walk(locale === 'sv-SE' ? sv : en, '');
  return all;
}

export function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\s*([^},\s]+)/g)].map(([, name]) => name as string).sort();
}

export function strictLocaliser(locale: Locale): Localiser & { used: Set<string> } {
  const real = localiser(locale);
  const all = sentences(locale);
  const used = new Set<string>();
  const note = (key: string, values: Record<string, string | number>): void => {
    const forms = [`${key}_one`, `${key}_other`].filter((form) => all.has(form));
    for (const form of forms.length > 0 ? forms : [key]) {
      used.add(form);
      for (const name of placeholders(all.get(form) ?? '')) {
        if (!Object.hasOwn(values, name)) throw new RangeError(`${form} lacks a value for ${name}`);
      }
      if (form !== key && typeof values.count !== 'number')
        throw new RangeError(`${key} bends with count, but there is none`);
    }
  };
  return {
    ...real,
    used,
    t: (key, values = {}) => {
      note(key, values);
      return real.t(key, values);
    },
    list: (key) => {
      for (const name of all.keys()) if (name.startsWith(`${key}.`)) used.add(name);
      return real.list(key);
    },
  };
}
