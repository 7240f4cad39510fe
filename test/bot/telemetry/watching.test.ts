import assert from 'node:assert/strict';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { createMetrics } from '../../../bot/metrics.ts';
import { orderStateSchema } from '../../../commerce/model/order.ts';
import { scripts } from '../../house/projectFiles.ts';
import { read } from '../../house/read.ts';

interface Panel {
  title: string;
  description: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { expr: string }[];
}
interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

const { panels } = JSON.parse(read('deploy/dashboard.json')) as { panels: Panel[] };
const rules = parse(read('deploy/alerts.yml')).groups.flatMap(
  (group: { rules: Rule[] }) => group.rules,
) as Rule[];
const expressions = [
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
].map(([where, expr]) => [where, expr.replaceAll('$__rate_interval', '5m')] as const);

const known = new Map(
  createMetrics()
    .registry.getMetricsAsArray()
    .map((metric) => {
      const { name, labelNames } = metric as unknown as { name: string; labelNames: string[] };
      return [name, labelNames];
    }),
);

/** Of the grammar, as they stand in the text. */
function partsOf(expr: string): { kind: string; text: string }[] {
  const parts: { kind: string; text: string }[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to }) => void parts.push({ kind: name, text: expr.slice(from, to) }),
  });
  return parts;
}

const textsOf = (expr: string, kind: string): string[] =>
  partsOf(expr).flatMap((part) => (part.kind === kind ? [part.text] : []));

/** The name that the metric was given: a histogram's series have one each. */
const givenName = (series: string): string =>
  known.has(series) ? series : series.replace(/_(bucket|sum|count)$/, '');
const ours = (expr: string): string[] =>
  textsOf(expr, 'Identifier').filter((name) => name !== 'up');

describe('the dashboard and the alert rules', () => {
  for (const [where, expr] of expressions) {
    it(`ask for figures that there are: ${where}`, () => {
      assert.ok(!partsOf(expr).some(({ kind }) => kind === '⚠'), `no PromQL: ${expr}`);
      const names = ours(expr).map(givenName);
      for (const name of names) assert.ok(known.has(name), name);
      const labels = names.flatMap((name) => known.get(name) ?? []);
      const isBucket = /_bucket\b/.test(expr);
      for (const label of textsOf(expr, 'LabelName')) {
        const isKnown = labels.includes(label) || (isBucket && label === 'le');
        assert.ok(isKnown || names.length === 0, `${label} in ${expr}`);
      }
    });
  }

  it('name values that a label takes', () => {
    const code = scripts.filter(({ path }) => !path.startsWith('test/')).map(({ text }) => text);
    for (const [, expr] of expressions) {
      for (const [, label, isPattern, value = ''] of expr.matchAll(/(\w+)=(~?)"([^"]*)"/g)) {
        if (label === 'job' || label === 'status') continue;
        if (label === 'to' || label === 'from') {
          const pattern = new RegExp(`^(${value})$`);
          assert.ok(
            orderStateSchema.options.some((state) => pattern.test(state)),
            value,
          );
          continue;
        }
        for (const one of isPattern ? value.split('|') : [value]) {
          assert.ok(
            code.some((text) => text.includes(`'${one}'`)),
            one,
          );
        }
      }
    }
  });

  it('leave no metric out', () => {
    const shown = new Set(
      panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => ours(expr))),
    );
    const names = new Set([...shown].map(givenName));
    assert.deepEqual(
      [...known.keys()].filter((name) => !names.has(name)),
      [],
    );
  });

  it('warn of all that the page about watching says is worth an alert', () => {
    const [, table = ''] = read('docs/operations.md').split('\nWorth an alert:\n');
    const said = [...table.matchAll(/^\| (?:slow )?`(upgradera_\w+)(?:\{([^}]*)\})?`/gm)];
    assert.ok(said.length > 8);
    for (const [, name = '', matcher = ''] of said) {
      const warned = rules.some(
        ({ expr }) => ours(expr).map(givenName).includes(name) && expr.includes(matcher),
      );
      assert.ok(warned, `${name}{${matcher}}`);
    }
  });

  it('say what is wrong and what to do, each once', () => {
    assert.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length);
    for (const { labels, annotations } of rules) {
      assert.ok(['warning', 'critical'].includes(labels.severity));
      assert.ok(annotations.summary.endsWith('.') && annotations.description.endsWith('.'));
    }
  });

  it('lie beside each other, each with a title and what it shows', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    assert.equal(new Set(cells).size, cells.length);
    for (const { title, description, gridPos } of panels) {
      assert.ok(title && description && gridPos.x + gridPos.w <= 24);
    }
  });
});
