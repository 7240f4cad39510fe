/** Building blocks of a card's body, all plain Adaptive Card 1.5 JSON. */
export type Element = Record<string, unknown>;

/** Our own sentence. Never put in here what a stranger wrote: a TextBlock reads Markdown. */
export function paragraph(text: string): Element {
  return { type: 'TextBlock', text, wrap: true };
}

export function heading(text: string): Element {
  return { ...paragraph(text), style: 'heading', size: 'Medium', weight: 'Bolder' };
}

/** The one figure or state that the reader looks for first. */
export function prominent(text: string): Element {
  return { ...paragraph(text), size: 'Large', weight: 'Bolder', spacing: 'Small' };
}

export function small(text: string): Element {
  return { ...paragraph(text), size: 'Small', isSubtle: true, spacing: 'Small' };
}

/** Lines that hold names, addresses and the like: shown letter by letter, no Markdown. */
export function verbatim(...lines: string[]): Element {
  const inlines = lines.map((line, index) => ({
    type: 'TextRun',
    text: index < lines.length - 1 ? `${line}\n` : line,
  }));
  return { type: 'RichTextBlock', inlines };
}

/** A warning or a refusal. The words say so themselves; the colour only helps. */
export function warning(...items: Element[]): Element {
  return { type: 'Container', style: 'warning', spacing: 'Medium', items };
}

export function facts(pairs: readonly (readonly [title: string, value: string])[]): Element {
  return { type: 'FactSet', facts: pairs.map(([title, value]) => ({ title, value })) };
}

/** One of several like things, set apart by a line. */
export function block(...items: Element[]): Element {
  return apart({ type: 'Container', items });
}

/** Begins something new: a line above it. Smaller than a block. */
export function apart(element: Element): Element {
  return { ...element, separator: true, spacing: 'Medium' };
}

/** What is told on the left, its button on the right. */
export function withButton(items: Element[], action: Element): Element {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Top',
        items: [actionSet([action])],
      },
    ],
  };
}

/** In a narrow column an amount may end its line before or after the currency, never within a number. */
const wrapsAtCurrency = (amount: string): string =>
  amount.replace(/(?<=\p{L})\u00a0|\u00a0(?=\p{L})/gu, ' ');

/** Characters that stand in a column of three without being broken. */
const longestLarge = 14;

/** Two or three figures that belong together, side by side: what each is above it. */
export function figures(pairs: readonly (readonly [name: string, figure: string])[]): Element {
  const isLong = pairs.some(([, figure]) => figure.length > longestLarge);
  const size = isLong ? { size: 'Default' } : {};
  return {
    type: 'ColumnSet',
    columns: pairs.map(([name, figure]) => ({
      type: 'Column',
      width: 'stretch',
      items: [small(name), { ...prominent(wrapsAtCurrency(figure)), ...size }],
    })),
  };
}

export function actionSet(actions: Element[]): Element {
  return { type: 'ActionSet', actions };
}

/**
 * First row is the header, an empty text an empty cell. `columns` are shares of the width;
 * `strong` are the rows in bold.
 */
export function table(
  columns: readonly (number | Element)[],
  rows: readonly (readonly string[])[],
  strong: readonly number[] = [0],
): Element {
  return {
    type: 'Table',
    spacing: 'Medium',
    showGridLines: false,
    firstRowAsHeaders: true,
    columns: columns.map((column) => (typeof column === 'number' ? { width: column } : column)),
    rows: rows.map((cells, index) => ({
      type: 'TableRow',
      cells: cells.map((text) => ({
        type: 'TableCell',
        items: cell(text, strong.includes(index)),
      })),
    })),
  };
}

function cell(text: string, strong: boolean): Element[] {
  if (text === '') return [];
  return [strong ? { ...paragraph(text), weight: 'Bolder' } : paragraph(text)];
}

/** A column whose figures stand under each other. */
export function amountColumn(share: number): Element {
  return { width: share, horizontalCellContentAlignment: 'Right' };
}

export type Tone = 'Good' | 'Attention' | 'Warning' | 'Accent';

/** A word of state. Clients without badges show the same word in bold. */
export function badge(text: string, tone: Tone): Element {
  return {
    type: 'Badge',
    text,
    style: tone,
    appearance: 'Tint',
    size: 'Large',
    fallback: { ...paragraph(text), weight: 'Bolder', color: tone },
  };
}

/** How far something is, 0 to 100. Clients without progress bars show `text`. */
export function progressBar(percent: number, text: string, tone: Tone = 'Accent'): Element {
  return {
    type: 'ProgressBar',
    value: percent,
    max: 100,
    color: tone,
    fallback: small(text),
  };
}

interface Part {
  /** In words, with its figure. */
  legend: string;
  value: number;
  tone: 'good' | 'attention' | 'neutral';
}

/** What a whole is made of, as one bar. Clients without charts show the words alone. */
export function stackedBar(title: string, parts: readonly Part[]): Element {
  return {
    type: 'Chart.HorizontalBar.Stacked',
    data: [{ title, data: parts.map(({ tone, ...part }) => ({ ...part, color: tone })) }],
    fallback: small([title, ...parts.map(({ legend }) => legend)].join(' · ')),
  };
}
