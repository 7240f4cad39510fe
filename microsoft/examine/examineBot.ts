/** Whether the bot can sign in to the channel. */
import { clouds } from '../cloud.ts';
import { type Hosts, signInToChannel } from '../connection.ts';
import { type CallLimits, usualLimits } from '../http/patience.ts';
import { type Finding, type Subject, skipped, tried } from './finding.ts';

const subject: Subject = { check: 'bot', isNeeded: true };

export interface BotToExamine {
  appId: string;
  /** Absent for a managed identity, which only its own machine can use. */
  password: string | undefined;
  /** Absent for a bot of many tenants. */
  tenantId: string | undefined;
}

/** @param bot undefined where the bot serves this machine alone */
export async function examineBot(
  bot: BotToExamine | undefined,
  hosts: Hosts,
  limits: CallLimits = usualLimits,
): Promise<Finding> {
  if (!bot) return skipped(subject, 'noBot');
  const { appId, password, tenantId = clouds[hosts.cloud].channelTenant } = bot;
  if (password === undefined) return skipped(subject, 'managedBot');
  return tried(subject, () => signInToChannel({ appId, password, tenantId }, hosts, limits));
}
