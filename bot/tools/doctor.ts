/** `npm run doctor -- --tenant ID`: what works with a real tenant, and what to do about what does not. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { localiser, matchLocale } from '../../locales/localiser.ts';
import { loadExamination } from '../compose/backend.ts';
import { findingLines, summaryOf } from './findingLines.ts';
import { quit, readEnvironmentOrQuit } from './startError.ts';

const fallback = matchLocale(process.env.LANG) ?? 'en-US';

function given() {
  try {
    const options = { tenant: { type: 'string' }, locale: { type: 'string' } } as const;
    return parseArgs({ options }).values;
  } catch {
    return {};
  }
}

const { tenant, locale } = given();
const { t } = localiser(matchLocale(locale) ?? fallback);
const tenantId = z.guid().safeParse(tenant).data;
if (tenantId === undefined || (locale !== undefined && !matchLocale(locale))) {
  quit(t('doctor.usage'));
}

const { microsoft, bot } = readEnvironmentOrQuit();
const { examineTenant, examineBot } = await loadExamination();
const findings = [
  ...(await examineTenant(microsoft, tenantId.toLowerCase())),
  await examineBot(
    bot && {
      appId: bot.MicrosoftAppId,
      password: bot.MicrosoftAppPassword,
      tenantId: bot.MicrosoftAppTenantId,
    },
    microsoft ?? { cloud: 'global' },
  ),
];
const summary = summaryOf(findings);
const lines = [...findings.flatMap((finding) => findingLines(finding, t)), '', t(summary.key)];
process.stdout.write(`${lines.join('\n')}\n`);
if (!summary.isReady) process.exitCode = 1;
