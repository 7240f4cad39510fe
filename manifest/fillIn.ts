/** Texts with `${{NAME}}` in them. */

const hole = /\$\{\{(\w+)\}\}/g;

/**
 * Each `${{NAME}}` becomes the value of that name; one without a value stays.
 * @param write how a value is written there
 */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string>>,
  write: (value: string) => string,
): string {
  return text.replaceAll(hole, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : write(value);
  });
}

/** One line per name that has no value. */
export function holesIn(file: string, text: string): string[] {
  const names = new Set([...text.matchAll(hole)].map(([whole]) => whole));
  return [...names].map((name) => `${file} still has the placeholder ${name}`);
}

export const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const asHtml = (value: string): string =>
  value.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
