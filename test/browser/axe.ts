/** What axe finds on a page. */
import assert from 'node:assert/strict';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Every rule of axe, its experimental ones aside. What it can't decide about contrast counts as wrong.
 * @returns what is wrong, and where
 */
export async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  // The round picture beside a message is drawn before it, and lies behind nothing.
  const checks = { 'color-contrast': { options: { ignorePseudo: true } } };
  const asked = JSON.stringify({ ...options, checks });
  const result: AxeResults = await page.evaluate(`axe.run(document, ${asked})`);
  assert.ok(result.passes.length > 0, 'axe looked at nothing');
  const found = [...result.violations, ...result.incomplete.map(undecided)];
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, html }) => `${id}: ${help}\n  ${target} ${html.slice(0, 200)}`),
  );
}

/** Of text that runs over several lines axe says that it hides itself. */
const ofItsOwnLines = 'elmPartiallyObscured';

function undecided(result: Result): Result {
  const isContrast = result.id === 'color-contrast';
  const nodes = result.nodes.filter(
    ({ any: [check] }) => check?.data?.messageKey !== ofItsOwnLines,
  );
  return { ...result, nodes: isContrast ? nodes : [] };
}
