/** HTML in a text: what people quote is cut, and of the rest the words are left. */

/** What a tag becomes; `quote`: it goes with all that is in it. */
const kinds: readonly [becomes: string | 'quote', names: string][] = [
  ['quote', 'blockquote quoted head title style script attachment systemeventmessage'],
  ['\n', 'address article aside body br codeblock dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr'],
  ['\n', 'html li main nav ol p pre section table tbody tfoot thead tr ul'],
  [' ', 'customemoji emoji img sub sup td th'],
  ['', 'a abbr at b big cite code del em font i ins kbd label mark o:p q readonly s samp small'],
  ['', 'span strike strong tt u var wbr'],
];
const kindOf = new Map(
  kinds.flatMap(([becomes, names]) => names.split(' ').map((name) => [name, becomes] as const)),
);

const tag = /<!--(?:(?!<!--)[\s\S])*?-->|<(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;
/** `a <b and c> d` has no tag in it. */
const isAttributes = (text: string): boolean => /^\s*\/?$|^\s[^=]*=/.test(text);

export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const quotes: { name: string; from: number }[] = [];
  let done = 0;
  let plain = '';
  for (const found of text.matchAll(tag)) {
    const [whole, slash, written = '', attributes = ''] = found;
    const name = written.toLowerCase();
    const becomes = whole.startsWith('<!--') ? '' : kindOf.get(name);
    if (becomes === undefined || !isAttributes(attributes)) continue;
    plain += text.slice(done, found.index);
    done = found.index + whole.length;
    if (becomes !== 'quote') plain += becomes;
    else if (slash) {
      const opened = quotes.findLastIndex((quote) => quote.name === name);
      const from = quotes[opened]?.from;
      if (from !== undefined) plain = plain.slice(0, from);
      if (opened >= 0) quotes.length = opened;
      plain += '\n';
    } else if (!attributes.endsWith('/')) quotes.push({ name, from: plain.length });
  }
  return plain + text.slice(done);
}
