/** People with a part of their own: agents of the support desk, testers; and what takes two of them. */
import { z } from 'zod';
import type { Agent } from '../commerce/access/agents.ts';
import { currencySchema } from '../commerce/model/money.ts';

const wrong =
  'must be object ids of Entra ID with commas between them, each alone or with @ and the tenant ids that the agent may serve, which have + between them';

/** `AGENT,AGENT@TENANT+TENANT` */
export const agentsSchema = z
  .string()
  .transform((value) => value.toLowerCase().split(',').map(agentIn))
  .pipe(
    z.array(
      z.object({
        userId: z.guid(wrong),
        tenants: z.union([z.array(z.guid(wrong)), z.literal('all')]),
      }),
    ),
  );

function agentIn(text: string): { userId: string; tenants: string[] | 'all' } {
  const [userId = '', ...tenants] = text.split('@').map((part) => part.trim());
  const listed = tenants.flatMap((part) => part.split('+').map((id) => id.trim()));
  return { userId, tenants: tenants.length > 0 ? listed : 'all' };
}

/** Where nobody proves who they are, whoever calls themselves so is one, as in the chat page. */
export const localAgents: readonly Agent[] = [{ userId: 'agent', tenants: 'all' }];

/** Of the directory, with commas between them. */
export const objectIdsSchema = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(',')
      .map((id) => id.trim()),
  )
  .pipe(
    z.array(z.guid('must be object ids of Entra ID, which are GUIDs, with commas between them')),
  );

export const supportAgreements: {
  broken: (variables: { MicrosoftAppId?: string | undefined; AGENTS?: unknown }) => boolean;
  line: string;
}[] = [
  {
    broken: (v) => !v.MicrosoftAppId && v.AGENTS !== undefined,
    line: 'AGENTS: has no meaning without MicrosoftAppId; the user named “agent” is one then',
  },
];

const wrongLimit =
  'must be amounts with their currency, which is USD, EUR or SEK, with commas between them, like 50000 SEK,5000 EUR';

/** `50000 SEK,5000 EUR`: whole units, one amount a currency. */
export const limitsSchema = z
  .string()
  .transform((value) => value.split(',').map(limitIn))
  .pipe(
    z
      .array(
        z.object({
          amount: z.int(wrongLimit).nonnegative(wrongLimit),
          currency: z.enum(currencySchema.options, wrongLimit),
        }),
      )
      .refine(
        (all) => new Set(all.map(({ currency }) => currency)).size === all.length,
        wrongLimit,
      ),
  );

function limitIn(text: string): { amount: number; currency: string } {
  const [, units = '', currency = ''] = /^\s*(\d{1,9})\s*([a-z]{3})\s*$/i.exec(text) ?? [];
  return {
    amount: units === '' ? Number.NaN : Number(units) * 100,
    currency: currency.toUpperCase(),
  };
}
