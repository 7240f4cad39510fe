/** Who is an agent of the support desk. */
import { z } from 'zod';
import type { Agent } from '../commerce/access/agents.ts';

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

export const supportAgreements: {
  broken: (variables: { MicrosoftAppId?: string | undefined; AGENTS?: unknown }) => boolean;
  line: string;
}[] = [
  {
    broken: (v) => !v.MicrosoftAppId && v.AGENTS !== undefined,
    line: 'AGENTS: has no meaning without MicrosoftAppId; the user named “agent” is one then',
  },
];
