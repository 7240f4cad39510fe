import assert from 'node:assert/strict';
import { createMetrics } from '../../bot/metrics.ts';
import { verbsOfCard } from '../../cards/cards.ts';
import { errorKinds } from '../../commerce/base/errors.ts';
import { reasonCodes } from '../../commerce/diagnosis/reason.ts';
import { orderStateSchema } from '../../commerce/model/order.ts';
import { roles } from '../../commerce/model/role.ts';
import { loadArticles } from '../../locales/articles.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { scenarios } from '../../sandbox/scenarios/scenarioList.ts';
import { read } from './read.ts';

/** Cells of the table under a heading, without its head. */
function tableUnder(file: string, heading: string): string[][] {
  const section = read(file).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** What stands between backquotes. */
const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

/** Of the fields of an object that begins so. */
const namesAfter = (file: string, beginning: string): string[] => {
  const [fields = ''] = read(file)
    .split(beginning)[1]!
    .split(/\n}\)?;/);
  return [...fields.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!);
};

const reference = (heading: string): string[][] => tableUnder('docs/reference.md', heading);
const firstNames = (heading: string): string[] =>
  reference(heading).flatMap(([first]) => names(first));

describe('the reference', () => {
  it('lists every card with its verbs', () => {
    const listed = reference('Cards').map(([card, verbs]) => [names(card)[0], names(verbs)]);
    assert.deepEqual(Object.fromEntries(listed), verbsOfCard);
  });

  it('lists every reason', () => {
    assert.deepEqual(firstNames('Reasons'), [...reasonCodes]);
  });

  it('says of a reason that it is found when, and only when, it has sentences', () => {
    const found = reference('Reasons').flatMap(([code, state]) =>
      state === 'found' ? names(code) : [],
    );
    for (const locale of locales) {
      const told = reasonCodes.filter((code) => localiser(locale).has(`reasons.${code}.title`));
      assert.deepEqual(found, told, locale);
    }
  });

  const lists: [heading: string, inCode: readonly string[]][] = [
    ['Order states', orderStateSchema.options],
    ['Errors', Object.keys(errorKinds)],
    ['Scenarios', scenarios.map(({ name }) => name)],
    ['Roles', roles],
    ['Articles', loadArticles().map(({ slug }) => slug)],
  ];
  for (const [heading, inCode] of lists) {
    it(`lists all that the code has: ${heading}`, () => {
      assert.deepEqual(firstNames(heading).sort(), [...inCode].sort());
    });
  }

  it('says which errors may be retried', () => {
    const listed = reference('Errors').map(([code, retry]) => [
      names(code)[0],
      { retryable: retry === 'yes' },
    ]);
    assert.deepEqual(Object.fromEntries(listed), errorKinds);
  });

  it('lists every metric with its labels', async () => {
    const inCode = createMetrics()
      .registry.getMetricsAsArray()
      .map((metric) => [metric.name, (metric as unknown as { labelNames: string[] }).labelNames]);
    const listed = reference('Metrics').map(([name, labels]) => [names(name)[0], names(labels)]);
    assert.deepEqual(Object.fromEntries(listed), Object.fromEntries(inCode));
  });

  it('lists every endpoint of the server', () => {
    const inCode = [
      ...read('bot/http/server.ts').matchAll(/\.restify\.(get|post)\('([^']+)'/g),
      ...['bot/http/consent.ts', 'bot/orderPage/mountOrderPage.ts'].flatMap((file) => [
        ...read(file).matchAll(/server\.(get)\('([^']+)'/g),
      ]),
    ].map(([, method, path]) => `${method!.toUpperCase()} ${path}`);
    assert.deepEqual(firstNames('Endpoints').sort(), inCode.sort());
  });
});

describe('the README', () => {
  it('lists every setting', () => {
    const inCode = [
      ...namesAfter('bot/environment.ts', 'const variablesSchema = z.object({'),
      ...namesAfter('bot/partnerSettings.ts', 'const partnerVariables = {'),
      ...namesAfter('bot/reader/settings.ts', 'const readerVariables = {'),
      ...namesAfter('bot/microsoftSettings.ts', 'const microsoftVariables = {'),
      ...namesAfter('bot/telemetry/settings.ts', 'const telemetryVariables = {'),
    ];
    const listed = tableUnder('README.md', 'Settings').flatMap(([first]) => names(first));
    assert.deepEqual(listed.sort(), inCode.sort());
  });
});
