/** What cards of a case show alike. */
import type { CaseState, SupportCase } from '../../commerce/support/case.ts';
import type { DeskHours } from '../../commerce/support/supportTime.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { badge, type Element, type Tone } from '../kit/elements.ts';

const tones: Record<CaseState, Tone> = {
  new: 'Accent',
  assigned: 'Accent',
  waitingForCustomer: 'Warning',
  waitingForMicrosoft: 'Accent',
  solved: 'Good',
  withdrawn: 'Warning',
};

/** @param reader in whose words */
export function caseBadge(
  { state }: Pick<SupportCase, 'state'>,
  l: Localiser,
  reader: 'state' | 'deskState' = 'state',
): Element {
  return badge(l.t(`cases.${reader}.${state}`), tones[state]);
}

/** When somebody is there. */
export function hoursLine({ isOpen, until }: DeskHours, timeZone: string, l: Localiser): string {
  return l.t(`cases.hours.${isOpen ? 'open' : 'closed'}`, { time: l.dateTime(until, timeZone) });
}
