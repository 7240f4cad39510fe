/** HTML of what cards are made of, as far as a page to be printed needs it. */
import { createHash } from 'node:crypto';
import type { Element } from '../../cards/kit/elements.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { escaped } from '../http/escaped.ts';

const style = [
  'body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:0}',
  'main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}',
  'h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}',
  'h2{font-size:1.05rem;margin:1.75rem 0 .4rem}',
  'p{margin:.25rem 0}.small{color:#555;font-size:.85rem}.lines{white-space:pre-line}',
  'dl{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:.2rem 1rem;margin:.75rem 0}',
  'dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border-bottom:1px solid #ccc;padding:.35rem .5rem .35rem 0;text-align:left;vertical-align:top}',
  '.right{text-align:right;white-space:nowrap}.strong td{font-weight:600}',
  '@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr,dl{break-inside:avoid}}',
].join('');

const styleHash = createHash('sha256').update(style).digest('base64');

export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function htmlPage(title: string, main: string, { locale }: Localiser): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1>${main}</main></body></html>`,
  ].join('');
}

/** Instead of the page. */
export function noPage(why: 'expired' | 'failed', l: Localiser): string {
  return htmlPage(l.t('orderPage.noTitle'), `<p>${escaped(l.t(`orderPage.${why}`))}</p>`, l);
}

interface Table {
  columns: { horizontalCellContentAlignment?: string }[];
  rows: { cells: { items: { text: string; weight?: string }[] }[] }[];
}

/** A table of a card; its first row is the header. */
export function tableHtml(element: Element): string {
  const { columns, rows } = element as unknown as Table;
  const [header, ...body] = rows.map(({ cells }, index) => {
    const name = index === 0 ? 'th' : 'td';
    const isStrong = index > 0 && cells[0]?.items[0]?.weight === 'Bolder';
    const row = cells.map(({ items: [item] }, column) => {
      const isRight = columns[column]?.horizontalCellContentAlignment === 'Right';
      const place = `${index === 0 ? ' scope="col"' : ''}${isRight ? ' class="right"' : ''}`;
      return `<${name}${place}>${escaped(item?.text ?? '')}</${name}>`;
    });
    return `<tr${isStrong ? ' class="strong"' : ''}>${row.join('')}</tr>`;
  });
  return `<table><thead>${header}</thead><tbody>${body.join('')}</tbody></table>`;
}

export function factsHtml(pairs: readonly (readonly [name: string, value: string])[]): string {
  const lines = pairs.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return `<dl>${lines.join('')}</dl>`;
}

export function section(title: string, ...parts: readonly string[]): string {
  return `<h2>${escaped(title)}</h2>${parts.join('')}`;
}

export function linesHtml(lines: readonly string[], name: 'lines' | 'small' = 'lines'): string {
  return `<p class="${name}">${escaped(lines.join('\n'))}</p>`;
}
