/** Settings of the way to real tenants, through Microsoft Graph. */
import { z } from 'zod';
import { originSchema } from './safeOrigin.ts';

const clouds = ['global', 'us-gov', 'us-gov-dod', 'china'] as const;

export interface MicrosoftSettings {
  appId: string;
  /** Files are read when they are needed. */
  credential:
    | { kind: 'secret'; secret: string }
    | { kind: 'certificate'; file: string }
    | { kind: 'federated'; file: string }
    | { kind: 'managedIdentity'; clientId?: string };
  cloud: (typeof clouds)[number];
  /** Origins in place of those of the cloud. */
  loginUrl?: string;
  graphUrl?: string;
}

const origin = originSchema('https://graph.example.com');

/** Real tenants are served, and nothing is simulated. */
export interface LiveSettings {
  microsoft: MicrosoftSettings;
  /** Origin under which this very bot is reached by browsers. */
  publicUrl: string;
  /** What links to consent are signed with is derived from it. */
  secret: { kind: 'text'; text: string } | { kind: 'file'; file: string };
}

/** Each may be left out. */
export const microsoftVariables = {
  BACKEND: z.enum(['sandbox', 'microsoft'], 'must be sandbox or microsoft').optional(),
  PUBLIC_URL: origin.optional(),
  CONSENT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must be at least 32 characters without blanks')
    .optional(),
  GRAPH_APP_ID: z.guid('must be a GUID').optional(),
  GRAPH_APP_SECRET: z.string().optional(),
  GRAPH_APP_CERTIFICATE: z.string().optional(),
  GRAPH_FEDERATED_TOKEN_FILE: z.string().optional(),
  GRAPH_MANAGED_IDENTITY: z
    .string()
    .refine(
      (value) => value === 'system' || z.guid().safeParse(value).success,
      'must be system or a client id',
    )
    .optional(),
  CLOUD: z.enum(clouds, `must be one of ${clouds.join(', ')}`).optional(),
  ENTRA_URL: origin.optional(),
  GRAPH_URL: origin.optional(),
};

type Variables = {
  [Name in keyof typeof microsoftVariables]?: z.infer<(typeof microsoftVariables)[Name]>;
} & { MicrosoftAppId?: string | undefined; MicrosoftAppPassword?: string | undefined };

const proofNames = [
  'GRAPH_APP_SECRET',
  'GRAPH_APP_CERTIFICATE',
  'GRAPH_FEDERATED_TOKEN_FILE',
  'GRAPH_MANAGED_IDENTITY',
] as const;
const companions = [...proofNames, 'CLOUD', 'ENTRA_URL', 'GRAPH_URL'] as const;

const proofsIn = (v: Variables) => proofNames.filter((name) => v[name] !== undefined);

const readingAgreements: { broken: (v: Variables) => boolean; line: string }[] = [
  ...companions.map((name) => ({
    broken: (v: Variables) => v.GRAPH_APP_ID === undefined && v[name] !== undefined,
    line: `GRAPH_APP_ID: is missing although ${name} is set`,
  })),
  {
    broken: (v) => v.GRAPH_APP_ID !== undefined && proofsIn(v).length !== 1,
    line: `GRAPH_APP_ID: needs exactly one of ${proofNames.join(', ')}`,
  },
];

const isLive = ({ BACKEND }: Variables): boolean => BACKEND === 'microsoft';

/** What must be set to serve real tenants, and what has no meaning without. */
const liveAgreements: { broken: (v: Variables) => boolean; line: string }[] = [
  {
    broken: (v) => isLive(v) && v.GRAPH_APP_ID === undefined,
    line: 'GRAPH_APP_ID: is needed with BACKEND=microsoft',
  },
  {
    broken: (v) => isLive(v) && v.MicrosoftAppId === undefined,
    line: 'MicrosoftAppId: is needed with BACKEND=microsoft, since without it anybody could be anybody in a real tenant',
  },
  {
    broken: (v) => isLive(v) && v.PUBLIC_URL === undefined,
    line: 'PUBLIC_URL: is needed with BACKEND=microsoft',
  },
  {
    broken: (v) => isLive(v) && v.GRAPH_APP_ID !== undefined && secretIn(v) === undefined,
    line: 'CONSENT_KEY: is needed with BACKEND=microsoft where neither GRAPH_APP_SECRET, GRAPH_APP_CERTIFICATE nor MicrosoftAppPassword is set',
  },
  ...(['PUBLIC_URL', 'CONSENT_KEY'] as const).map((name) => ({
    broken: (v: Variables) => !isLive(v) && v[name] !== undefined,
    line: `${name}: has no meaning without BACKEND=microsoft`,
  })),
];

/** Of those that all processes have, and that stay: a federated token is renewed all the time. */
function secretIn(v: Variables): LiveSettings['secret'] | undefined {
  const text = v.CONSENT_KEY ?? v.GRAPH_APP_SECRET;
  if (text !== undefined) return { kind: 'text', text };
  if (v.GRAPH_APP_CERTIFICATE) return { kind: 'file', file: v.GRAPH_APP_CERTIFICATE };
  return v.MicrosoftAppPassword ? { kind: 'text', text: v.MicrosoftAppPassword } : undefined;
}

/** What one variable asks of the others. */
export const microsoftAgreements = [...readingAgreements, ...liveAgreements];

/** Once the agreements hold. */
export function liveSettingsIn(v: Variables): LiveSettings | undefined {
  const microsoft = microsoftSettingsIn(v);
  const secret = secretIn(v);
  if (!isLive(v) || !microsoft || !secret || v.PUBLIC_URL === undefined) return undefined;
  return { microsoft, publicUrl: v.PUBLIC_URL, secret };
}

export function microsoftSettingsIn(v: Variables): MicrosoftSettings | undefined {
  const credential = credentialIn(v);
  if (v.GRAPH_APP_ID === undefined || !credential) return undefined;
  return {
    appId: v.GRAPH_APP_ID,
    credential,
    cloud: v.CLOUD ?? 'global',
    ...(v.ENTRA_URL === undefined ? {} : { loginUrl: v.ENTRA_URL }),
    ...(v.GRAPH_URL === undefined ? {} : { graphUrl: v.GRAPH_URL }),
  };
}

function credentialIn(v: Variables): MicrosoftSettings['credential'] | undefined {
  if (v.GRAPH_APP_SECRET) return { kind: 'secret', secret: v.GRAPH_APP_SECRET };
  if (v.GRAPH_APP_CERTIFICATE) return { kind: 'certificate', file: v.GRAPH_APP_CERTIFICATE };
  const identity = v.GRAPH_MANAGED_IDENTITY;
  if (identity) {
    return { kind: 'managedIdentity', ...(identity === 'system' ? {} : { clientId: identity }) };
  }
  const file = v.GRAPH_FEDERATED_TOKEN_FILE;
  return file ? { kind: 'federated', file } : undefined;
}
