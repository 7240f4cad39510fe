/** What was found about a tenant, in words. */
import type { Localiser } from '../../locales/localiser.ts';
import type { Finding } from '../compose/backend.ts';

/**
 * One line, and under it what to do or why it was not asked.
 * @param room where its sentences stand in the locales
 */
export function findingLines(
  finding: Finding,
  t: Localiser['t'],
  room: 'doctor' | 'teamsTool' = 'doctor',
): string[] {
  const { check, name = '', state, advice, detail } = finding;
  const head = `[${t(`doctor.states.${state}`)}] ${t(`${room}.checks.${check}`, { name })}`;
  if (advice === undefined) return [head];
  const told = t(`${room}.advice.${advice}`, { name });
  const isMissing = state === 'failed' || advice === 'consentLater';
  const lost = check === 'permission' && isMissing ? ` ${t(`permissions.${name}.lost`)}` : '';
  return [head, `    ${told}${lost}${detail === undefined ? '' : ` (${detail})`}`];
}

/** Whether the tenant can be read, and the key of the sentence that says so. */
export function summaryOf(findings: readonly Finding[]): { key: string; isReady: boolean } {
  const failed = findings.filter(({ state }) => state === 'failed');
  if (failed.some(({ isNeeded }) => isNeeded)) return { key: 'doctor.notReady', isReady: false };
  return { key: failed.length > 0 ? 'doctor.readyWithLess' : 'doctor.ready', isReady: true };
}
