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
    | { kind: 'federated'; file: string };
  cloud: (typeof clouds)[number];
  /** Origins in place of those of the cloud. */
  loginUrl?: string;
  graphUrl?: string;
}

const origin = originSchema('https://graph.example.com');

export const microsoftVariables = {
  appId: z.guid('must be a GUID'),
  secret: z.string(),
  file: z.string(),
  cloud: z.enum(clouds, `must be one of ${clouds.join(', ')}`),
  origin,
};

interface Variables {
  GRAPH_APP_ID?: string | undefined;
  GRAPH_APP_SECRET?: string | undefined;
  GRAPH_APP_CERTIFICATE?: string | undefined;
  GRAPH_FEDERATED_TOKEN_FILE?: string | undefined;
  CLOUD?: MicrosoftSettings['cloud'] | undefined;
  ENTRA_URL?: string | undefined;
  GRAPH_URL?: string | undefined;
}

const proofNames = [
  'GRAPH_APP_SECRET',
  'GRAPH_APP_CERTIFICATE',
  'GRAPH_FEDERATED_TOKEN_FILE',
] as const;
const companions = [...proofNames, 'CLOUD', 'ENTRA_URL', 'GRAPH_URL'] as const;

const proofsIn = (v: Variables) => proofNames.filter((name) => v[name] !== undefined);

export const microsoftAgreements: { broken: (v: Variables) => boolean; line: string }[] = [
  ...companions.map((name) => ({
    broken: (v: Variables) => v.GRAPH_APP_ID === undefined && v[name] !== undefined,
    line: `GRAPH_APP_ID: is missing although ${name} is set`,
  })),
  {
    broken: (v) => v.GRAPH_APP_ID !== undefined && proofsIn(v).length !== 1,
    line: `GRAPH_APP_ID: needs exactly one of ${proofNames.join(', ')}`,
  },
];

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
  const file = v.GRAPH_FEDERATED_TOKEN_FILE;
  return file ? { kind: 'federated', file } : undefined;
}
