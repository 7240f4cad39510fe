/**
 * `npm run bench:learning`: what it takes to understand sentences, in memory and in time of the CPU, before anybody
 * has written one.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const rows: Record<string, string>[] = [];
const kept: unknown[] = [];

/** Bytes, of the heap and of what lies beside it. */
function taken(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measure(what: string, load: () => unknown): Promise<void> {
  const before = taken();
  const { user } = process.cpuUsage();
  kept.push(await load());
  const cpu = (process.cpuUsage().user - user) / 1000;
  rows.push({
    what,
    MB: ((taken() - before) / 1_000_000).toFixed(1),
    'ms of CPU': cpu.toFixed(0),
  });
}

await measure('words and phrases', () => import('../../../understanding/understand.ts'));
const { learnIntents } = await import('../../../understanding/intents/meant.ts');
await measure('what a text wants', () => learnIntents());
const { loadArticles } = await import('../../../locales/articles.ts');
const { loadQuestions } = await import('../../../locales/questions.ts');
const { ArticleFinder } = await import('../../../understanding/articles/articleFinder.ts');
await measure('which article answers', () => new ArticleFinder(loadArticles(), loadQuestions()));
console.table(rows);
