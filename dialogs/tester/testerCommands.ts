/** What testers may do to a simulated tenant by text: `scenario NAME`, `time +2d`, `role NAME`, `reset`. */

import { isFinal } from '../../commerce/model/order.ts';
import { roles } from '../../commerce/model/role.ts';
import { changeOrder } from '../../commerce/order/changeOrder.ts';
import { changeWatch } from '../../commerce/watch/changeWatch.ts';
import { normalise } from '../../understanding/phrases.ts';
import type { Services } from '../step/services.ts';
import { tenantTimeOf } from '../step/tenantTime.ts';
import type { Turn } from '../step/turn.ts';

type Sandbox = NonNullable<Services['sandbox']>;
type Command = (
  services: Services,
  sandbox: Sandbox,
  turn: Turn,
  argument: string,
) => Promise<boolean>;

const commands: Record<string, Command> = {
  scenario: async (services, sandbox, turn, argument) => {
    if (argument === '' || argument === 'list') {
      await turn.say('dialogs.tester.scenarios', { names: sandbox.scenarios().join(', ') });
      return false;
    }
    const found = await sandbox.setScenario(turn.tenantId, argument);
    if (found) await wakeTenant(services, turn.tenantId);
    await turn.say(found ? 'dialogs.tester.scenarioSet' : 'dialogs.tester.noScenario', {
      name: argument,
    });
    return found;
  },
  time: async (services, sandbox, turn, argument) => {
    const duration = durationOf(argument);
    if (!duration) {
      await turn.say('dialogs.tester.timeHint');
      return false;
    }
    await sandbox.moveTime(turn.tenantId, duration);
    await wakeTenant(services, turn.tenantId);
    const { now, timeZone } = await tenantTimeOf(services, turn.tenantId);
    await turn.say('dialogs.tester.timeMoved', { now: turn.l.dateTime(now, timeZone) });
    return false;
  },
  role: async (_services, sandbox, turn, argument) => {
    const role = roles.find((name) => name === argument);
    if (role) await sandbox.setRole(turn.tenantId, turn.userId, role);
    await turn.say(role ? 'dialogs.tester.roleSet' : 'dialogs.tester.noRole', {
      name: argument,
      names: roles.join(', '),
    });
    return false;
  },
  reset: async (services, sandbox, turn) => {
    await sandbox.reset(turn.tenantId);
    await wakeTenant(services, turn.tenantId);
    await turn.say('dialogs.tester.reset');
    return true;
  },
};

export type TesterOutcome = 'none' | 'done' | 'newTenant';

/** @returns `newTenant` when what was begun in the conversation no longer exists. */
export async function runTesterCommand(services: Services, turn: Turn): Promise<TesterOutcome> {
  const { sandbox } = services;
  const [name = '', ...rest] = normalise(turn.intent.text).split(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!sandbox || !command) return 'none';
  if (name === 'reset' && rest.length > 0) return 'none';
  return (await command(services, sandbox, turn, rest.join(' '))) ? 'newTenant' : 'done';
}

/** `+2h`, `2 d`, `+30m`. Time moves forward only. */
function durationOf(text: string): Temporal.Duration | undefined {
  const match = /^\+?\s*(\d{1,4})\s*(m|h|d)$/.exec(text);
  const amount = Number(match?.[1]);
  if (!match || amount === 0) return undefined;
  const units = { m: 'minutes', h: 'hours', d: 'days' } as const;
  return Temporal.Duration.from({ [units[match[2] as keyof typeof units]]: amount });
}

/** What waits in this tenant is looked at now: it has moved on, though our time has not. */
async function wakeTenant(services: Services, tenantId: string): Promise<void> {
  const orders = await services.orders.listByTenant(tenantId);
  const nextCheckAt = services.now().toString();
  for (const order of orders.filter((one) => !isFinal(one))) {
    await changeOrder(services.orders, order.id, (current) =>
      isFinal(current) ? current : { ...current, nextCheckAt },
    );
  }
  for (const { id } of await services.watches.listByTenant(tenantId)) {
    await changeWatch(services.watches, id, (watch) =>
      watch.state === 'open' ? { ...watch, nextCheckAt } : watch,
    );
  }
  services.wake();
}
