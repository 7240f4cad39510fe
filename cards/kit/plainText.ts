/** What a card says, without what it looks like: for a channel that does not take the card. */
import type { CardJson } from './card.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const textsOf = (nodes: readonly Node[], separator: string): string =>
  nodes.flatMap(linesOf).join(separator);

/** The elements that say something of their own; of all others, what is in them. */
const linesOfType: Record<string, (node: Node) => string[]> = {
  TextBlock: ({ text }) => [String(text)],
  Badge: ({ text }) => [String(text)],
  RichTextBlock: ({ inlines }) => [
    nodesIn(inlines)
      .map(({ text }) => String(text))
      .join(''),
  ],
  FactSet: ({ facts }) => nodesIn(facts).map(({ title, value }) => `${title}: ${value}`),
  TableRow: ({ cells }) => [
    nodesIn(cells)
      .map((cell) => textsOf([cell], ' '))
      .join(' | '),
  ],
  ProgressBar: linesOfFallback,
  'Chart.HorizontalBar.Stacked': linesOfFallback,
  'Input.ChoiceSet': ({ label, choices }) => [
    `${label} ${nodesIn(choices)
      .map(({ title }) => title)
      .join('; ')}`,
  ],
  'Input.Text': ({ label, value = '' }) => [`${label} ${value}`],
  'Input.Number': ({ label, value = '' }) => [`${label} ${value}`],
};

function linesOfFallback({ fallback }: Node): string[] {
  return isNode(fallback) ? linesOf(fallback) : [];
}

function linesOf(node: Node): string[] {
  const own = linesOfType[String(node.type)];
  if (own) return own(node);
  const { items, columns, rows } = node;
  return [items, columns, rows].flatMap(nodesIn).flatMap(linesOf);
}

/** Lines in reading order, without the buttons. */
export function plainText({ body }: CardJson): string {
  return textsOf(nodesIn(body), '\n');
}
