/** The process environment, checked once at the start. */
import { z } from 'zod';
import type { Agent } from '../commerce/access/agents.ts';
import { EnvironmentError } from './environmentError.ts';
import { type LogLevel, logLevels } from './log.ts';
import { isLoopback } from './loopback.ts';
import {
  type LiveSettings,
  liveSettingsIn,
  type MicrosoftSettings,
  microsoftAgreements,
  microsoftSettingsIn,
  microsoftVariables,
} from './microsoftSettings.ts';
import {
  type PartnerSettings,
  partnerAgreements,
  partnerSettingsIn,
  partnerVariables,
} from './partnerSettings.ts';
import {
  type ReaderSettings,
  readerAgreements,
  readerSettingsIn,
  readerVariables,
} from './reader/settings.ts';
import { originsSchema } from './safeOrigin.ts';
import {
  agentsSchema,
  limitsSchema,
  localAgents,
  objectIdsSchema,
  supportAgreements,
} from './supportSettings.ts';
import {
  type TelemetrySettings,
  telemetrySettingsIn,
  telemetryVariables,
} from './telemetry/settings.ts';
import { usualDataDir } from './usualDataDir.js';

const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
export type AppType = (typeof appTypes)[number];

/** Who the bot is to the Bot Framework, under the SDK's own names. */
export interface BotIdentity {
  MicrosoftAppId: string;
  MicrosoftAppType: AppType;
  /** Absent for a managed identity. */
  MicrosoftAppPassword?: string;
  /** Absent for a multi-tenant bot. */
  MicrosoftAppTenantId?: string;
  /** Where the keys of the channel's tokens are; the SDK knows the public one. */
  ToBotFromChannelOpenIdMetadataUrl?: string;
}

export interface Environment {
  /** Absent: requests are not authenticated, for trying things out on one machine. */
  bot?: BotIdentity;
  /** 0 takes any free port. */
  port: number;
  host: string;
  dataDir: string;
  /** Of PostgreSQL, instead of the folder. Holds a password. */
  databaseUrl?: string;
  logLevel: LogLevel;
  /** What a scraper of `/metrics` must show. */
  metricsToken?: string;
  /** Who may use the testers' commands: with an app id, these Entra object ids in lower case. */
  testers: 'everybody' | readonly string[];
  /** Who helps at the support desk. */
  agents: readonly Agent[];
  /** Above which a second person approves an order. Absent: there is no limit. */
  limits?: z.infer<typeof limitsSchema>;
  /** Origins that the bot may call in place of those it knows: another cloud, or a test's channel. */
  serviceUrls?: readonly string[];
  /** Absent: no traces are sent anywhere, nor metrics. */
  telemetry?: TelemetrySettings;
  /** Absent: what we don't understand nobody else is asked. */
  reader?: ReaderSettings;
  /** Absent: nothing is sold in a partner's name. */
  partner?: PartnerSettings;
  /** Absent: no real tenant is read. */
  microsoft?: MicrosoftSettings;
  /** Absent: every tenant is simulated. */
  live?: LiveSettings;
}

const guid = z.guid('must be a GUID').optional();
const nameOf = <T extends string>(names: readonly T[]) =>
  z.string().transform((value, context) => {
    const name = names.find((known) => known.toLowerCase() === value.toLowerCase());
    if (!name) context.addIssue({ code: 'custom', message: `must be one of ${names.join(', ')}` });
    return name ?? z.NEVER;
  });

const variablesSchema = z.object({
  MicrosoftAppId: guid,
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: nameOf(appTypes).default('SingleTenant'),
  MicrosoftAppTenantId: guid,
  ToBotFromChannelOpenIdMetadataUrl: z
    .url({ protocol: /^https?$/, message: 'must be an http or https address' })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .optional(),
  UNAUTHENTICATED_ACCESS: z.literal('everyone', 'must be everyone, or not be set').optional(),
  SERVICE_URLS: originsSchema.optional(),
  TESTERS: objectIdsSchema.optional(),
  AGENTS: agentsSchema.optional(),
  APPROVAL_ABOVE: limitsSchema.optional(),
  DATA_DIR: z.string().default(usualDataDir),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      message: 'must be an address like postgres://user:password@host:5432/database',
    })
    .optional(),
  LOG_LEVEL: nameOf(logLevels).default('info'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'must be at least 16 characters without blanks')
    .optional(),
  ...partnerVariables,
  ...readerVariables,
  ...microsoftVariables,
  ...telemetryVariables,
});
type Variables = z.infer<typeof variablesSchema>;

/** What one variable asks of the others. */
const agreements: { broken: (variables: Variables) => boolean; line: string }[] = [
  {
    broken: (v) => !v.MicrosoftAppId && v.MicrosoftAppPassword !== undefined,
    line: 'MicrosoftAppId: is missing although MicrosoftAppPassword is set',
  },
  {
    broken: (v) =>
      v.MicrosoftAppId !== undefined &&
      v.MicrosoftAppType !== 'UserAssignedMSI' &&
      !v.MicrosoftAppPassword,
    line: 'MicrosoftAppPassword: is needed with MicrosoftAppId, except for UserAssignedMSI',
  },
  {
    broken: (v) =>
      v.MicrosoftAppId !== undefined &&
      v.MicrosoftAppType === 'UserAssignedMSI' &&
      v.MicrosoftAppPassword !== undefined,
    line: 'MicrosoftAppPassword: must not be set for UserAssignedMSI',
  },
  {
    broken: (v) =>
      v.MicrosoftAppId !== undefined &&
      v.MicrosoftAppType !== 'MultiTenant' &&
      !v.MicrosoftAppTenantId,
    line: 'MicrosoftAppTenantId: is needed with MicrosoftAppId, except for MultiTenant',
  },
  {
    broken: (v) =>
      !v.MicrosoftAppId && !isLoopback(v.HOST ?? 'localhost') && !v.UNAUTHENTICATED_ACCESS,
    line:
      'HOST: without MicrosoftAppId everyone who reaches this address can be anybody in the bot; ' +
      'UNAUTHENTICATED_ACCESS=everyone says that this is meant',
  },
  {
    broken: (v) => v.MicrosoftAppId !== undefined && v.UNAUTHENTICATED_ACCESS !== undefined,
    line: 'UNAUTHENTICATED_ACCESS: has no meaning with MicrosoftAppId, since everybody is authenticated',
  },
  {
    broken: (v) => !v.MicrosoftAppId && v.TESTERS !== undefined,
    line: 'TESTERS: has no meaning without MicrosoftAppId, since everybody may test then',
  },
  ...supportAgreements,
  ...readerAgreements,
  ...partnerAgreements,
  ...microsoftAgreements,
];

function messageOf({ path, message }: z.core.$ZodIssue): string {
  return `${String(path[0])}: ${message}`;
}

function identityOf(variables: Variables): BotIdentity | undefined {
  const {
    MicrosoftAppId,
    MicrosoftAppPassword,
    MicrosoftAppType,
    MicrosoftAppTenantId,
    ToBotFromChannelOpenIdMetadataUrl,
  } = variables;
  if (!MicrosoftAppId) return undefined;
  return {
    MicrosoftAppId,
    MicrosoftAppType,
    ...(MicrosoftAppPassword ? { MicrosoftAppPassword } : {}),
    ...(MicrosoftAppTenantId ? { MicrosoftAppTenantId } : {}),
    ...(ToBotFromChannelOpenIdMetadataUrl ? { ToBotFromChannelOpenIdMetadataUrl } : {}),
  };
}

/**
 * A variable that is empty counts as not set. Without `HOST` the server listens on loopback alone
 * when it does not authenticate, else on all addresses.
 * @throws EnvironmentError with every mistake at once
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variablesSchema.safeParse(set);
  if (!parsed.success) {
    throw new EnvironmentError([...new Set(parsed.error.issues.map(messageOf))]);
  }
  const variables = parsed.data;
  const broken = agreements.filter((agreement) => agreement.broken(variables));
  if (broken.length > 0) throw new EnvironmentError(broken.map((agreement) => agreement.line));

  const bot = identityOf(variables);
  const reader = readerSettingsIn(variables);
  const partner = partnerSettingsIn(variables);
  const microsoft = microsoftSettingsIn(variables);
  const live = liveSettingsIn(variables);
  const telemetry = telemetrySettingsIn(variables);
  return {
    ...(bot ? { bot } : {}),
    port: variables.PORT,
    host: variables.HOST ?? (bot ? '0.0.0.0' : '127.0.0.1'),
    dataDir: variables.DATA_DIR,
    ...(variables.DATABASE_URL ? { databaseUrl: variables.DATABASE_URL } : {}),
    logLevel: variables.LOG_LEVEL,
    testers: bot ? (variables.TESTERS ?? []) : 'everybody',
    agents: bot ? (variables.AGENTS ?? []) : localAgents,
    ...(variables.APPROVAL_ABOVE ? { limits: variables.APPROVAL_ABOVE } : {}),
    ...(variables.SERVICE_URLS ? { serviceUrls: variables.SERVICE_URLS } : {}),
    ...(variables.METRICS_TOKEN ? { metricsToken: variables.METRICS_TOKEN } : {}),
    ...(telemetry ? { telemetry } : {}),
    ...(reader ? { reader } : {}),
    ...(partner ? { partner } : {}),
    ...(microsoft ? { microsoft } : {}),
    ...(live ? { live } : {}),
  };
}
