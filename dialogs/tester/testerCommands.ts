/** What testers may do to a simulated tenant by text: `scenario NAME`, `time +2d`, `role NAME`, `simulate …`, `reset`. */

import { roles } from '../../commerce/model/role.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import { type WakeTenantNeeds, wakeTenant } from '../../commerce/ports/wakeTenant.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';
import type { Turn } from '../step/turn.ts';
import { scenariosToldOf } from './scenariosTold.ts';
import { type SimulateNeeds, simulate } from './simulate.ts';

export interface TesterNeeds
  extends Omit<TenantTimeNeeds & SimulateNeeds, 'seller'>,
    WakeTenantNeeds {
  seller: TenantTimeNeeds['seller'] & SimulateNeeds['seller'];
  /** Undefined for who may not test in the tenant: to them these words are words like others. */
  testerOf(tenantId: string, userId: string): TesterControl | undefined;
}

type Command = (
  needs: TesterNeeds,
  control: TesterControl,
  turn: Turn,
  argument: string,
) => Promise<boolean>;

const commands: Record<string, Command> = {
  scenario: async (needs, control, turn, argument) => {
    if (argument === '' || argument === 'list') {
      await turn.say('dialogs.tester.scenarios', scenariosToldOf(control.scenarios(), turn.l));
      return false;
    }
    const found = await control.setScenario(turn.tenantId, argument);
    if (found) await wakeTenant(needs, turn.tenantId);
    await turn.say(found ? 'dialogs.tester.scenarioSet' : 'dialogs.tester.noScenario', {
      name: argument,
    });
    return found;
  },
  time: async (needs, control, turn, argument) => {
    const duration = durationOf(argument);
    if (!duration) {
      await turn.say('dialogs.tester.timeHint');
      return false;
    }
    await control.moveTime(turn.tenantId, duration);
    await wakeTenant(needs, turn.tenantId);
    const { now, timeZone } = await tenantTimeOf(needs, turn.tenantId, undefined);
    await turn.say('dialogs.tester.timeMoved', { now: turn.l.dateTime(now, timeZone) });
    return false;
  },
  role: async (_needs, control, turn, argument) => {
    const role = roles.find((name) => name === argument);
    if (role) await control.setRole(turn.tenantId, turn.userId, role);
    await turn.say(role ? 'dialogs.tester.roleSet' : 'dialogs.tester.noRole', {
      name: argument,
      names: roles.join(', '),
    });
    return false;
  },
  simulate: async (needs, control, turn, argument) => {
    if (await simulate(needs, control, turn, argument)) await wakeTenant(needs, turn.tenantId);
    return false;
  },
  reset: async (needs, control, turn) => {
    await control.reset(turn.tenantId);
    await wakeTenant(needs, turn.tenantId);
    await turn.say('dialogs.tester.reset');
    return true;
  },
};

export type TesterOutcome = 'none' | 'done' | 'newTenant';

/** @returns `newTenant` when what was begun in the conversation no longer exists. */
export async function runTesterCommand(needs: TesterNeeds, turn: Turn): Promise<TesterOutcome> {
  const [name = '', ...rest] = normalise(turn.intent.text).split(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || (name === 'reset' && rest.length > 0) || rest.length > wordsAtMost(name))
    return 'none';
  const control = needs.testerOf(turn.tenantId, turn.userId);
  if (!control) return 'none';
  return (await command(needs, control, turn, rest.join(' '))) ? 'newTenant' : 'done';
}

/** Longer texts only happen to begin with that word; names of plans are long. */
const wordsAtMost = (command: string): number => (command === 'simulate' ? 12 : 3);

/** `+2h`, `2 d`, `+30m`. Time moves forward only. */
function durationOf(text: string): Temporal.Duration | undefined {
  const match = /^\+?\s*(\d{1,4})\s*(m|h|d)$/.exec(text);
  const amount = Number(match?.[1]);
  if (!match || amount === 0) return undefined;
  const units = { m: 'minutes', h: 'hours', d: 'days' } as const;
  return Temporal.Duration.from({ [units[match[2] as keyof typeof units]]: amount });
}
