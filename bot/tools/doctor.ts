/** `npm run doctor -- --tenant ID`: what works with a real tenant, and what to do about what does not. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { localiser, matchLocale } from '../../locales/localiser.ts';
import { openStorage, type Storage } from '../../storage/open.ts';
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

const environment = readEnvironmentOrQuit();
const { microsoft, partner, bot } = environment;
const { examineTenant, examineBot, examinePartner } = await loadExamination();
const findings = [
  ...(await examineTenant(microsoft, tenantId.toLowerCase())),
  ...(await partnerFindings(tenantId.toLowerCase())),
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

async function partnerFindings(tenant: string) {
  if (!microsoft || !partner) return [];
  const storage = await storageOrNone();
  try {
    return await examinePartner({ ...microsoft, ...partner }, tenant, storage?.priceSheets);
  } finally {
    await storage?.close();
  }
}

/** Nothing is made here: only what is there is looked at. */
async function storageOrNone(): Promise<Storage | undefined> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl === undefined && !existsSync(dataDir)) return undefined;
  try {
    return await openStorage({ ...environment, log: { warn: () => undefined } });
  } catch (error) {
    if (error instanceof UpgraderaError) return undefined;
    throw error;
  }
}
