/** The catalogue as the text of a file, and what the builder noticed as lines to read. */
import type { BuiltCatalogue } from './buildCatalogue.ts';
import { type Finding, type FindingKind, findingKinds } from './findings.ts';

/** JSON with a product on each line, so that a new table shows as few changed lines. */
export function toJson({ asOf, source, servicePlans, plans }: BuiltCatalogue): string {
  const lines = plans.map((plan) => `    ${JSON.stringify(plan)}`);
  const ids = Object.entries(servicePlans).map(
    ([name, id]) => `    ${JSON.stringify(name)}: ${JSON.stringify(id)}`,
  );
  return `{
  "asOf": ${JSON.stringify(asOf)},
  "source": ${JSON.stringify(source)},
  "servicePlans": {
${ids.join(',\n')}
  },
  "plans": [
${lines.join(',\n')}
  ]
}
`;
}

/** Lines named one by one; of more, the number and the first ones. */
const linesShown = 12;

export function toReport({ asOf, findings, counts, plans }: BuiltCatalogue): string[] {
  const noticed = (Object.keys(findingKinds) as FindingKind[]).flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    return own.length === 0 ? [] : ['', `${findingKinds[kind]}: ${own.length}`, ...shown(own)];
  });
  return [
    `${counts.rows} rows, ${counts.products} products, ${counts.servicePlans} service plans`,
    `Table of ${asOf} (it has no date of its own: set asOf in catalog/handKept.json for a newer one)`,
    ...noticed,
    '',
    `Shipped: ${plans.length} products`,
    ...listed(counts.shipped),
    `Left out: ${counts.products - plans.length} products`,
    ...listed(counts.leftOut),
  ];
}

function shown(findings: readonly Finding[]): string[] {
  const lines = findings
    .slice(0, linesShown)
    .map(({ line, detail }) => `  ${line === undefined ? '' : `line ${line}: `}${detail}`);
  const rest = findings.slice(linesShown).map(({ line }) => line);
  if (rest.length === 0) return lines;
  const numbered = rest.filter((line) => line !== undefined);
  return [
    ...lines,
    `  and ${rest.length} more${numbered.length ? `: ${numbered.join(', ')}` : ''}`,
  ];
}

function listed(counts: Record<string, number>): string[] {
  return Object.entries(counts).map(([text, number]) => `  ${number} ${text}`);
}
