/** The scenarios that a tester can choose, a line each, with what they show. */
import type { Localiser } from '../../locales/localiser.ts';

/** Those that are named after a reason show an upgrade that this reason stops. */
export function scenariosToldOf(
  names: readonly string[],
  l: Localiser,
): { whole: string; stopped: string } {
  const line = (name: string, key: string): string =>
    l.t('dialogs.tester.scenario', { name, shows: l.t(key) });
  const isReason = (name: string): boolean => l.has(reasonKey(name));
  const whole = names.filter((name) => !isReason(name));
  return {
    whole: whole.map((name) => line(name, `dialogs.tester.shows.${name}`)).join('\n'),
    stopped: names
      .filter(isReason)
      .map((name) => line(name, reasonKey(name)))
      .join('\n'),
  };
}

const reasonKey = (name: string): string =>
  `reasons.${name.toUpperCase().replaceAll('-', '_')}.title`;
