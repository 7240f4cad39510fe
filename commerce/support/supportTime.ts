/** When the desk is there (R135), and by when somebody answers. */
import { addBusinessDays } from '../base/businessDays.ts';
import { supportHours } from '../model/policyValues.ts';

const { timeZone, country, from, to } = supportHours;

export interface DeskHours {
  /** Whether it is there now. */
  isOpen: boolean;
  /** ISO instant: until when it is there, or when it is there again. */
  until: string;
}

/** @param now ISO instant */
export function deskHours(now: string): DeskHours {
  const { opens, closes } = spanAt(now);
  const isOpen = Temporal.Instant.compare(opens, now) <= 0;
  return { isOpen, until: (isOpen ? closes : opens).toString() };
}

/**
 * The instant at which the desk has been there for so long.
 * @param now ISO instant
 */
export function afterDeskHours(now: string, hours: number): string {
  let left = Temporal.Duration.from({ seconds: Math.round(hours * 3_600) });
  for (let at = Temporal.Instant.from(now); ; ) {
    const { opens, closes } = spanAt(at.toString());
    const start = Temporal.Instant.compare(opens, at) > 0 ? opens : at;
    const there = start.until(closes);
    if (Temporal.Duration.compare(there, left) >= 0) return start.add(left).toString();
    left = left.subtract(there);
    at = closes;
  }
}

/** The hours that are running, or the next ones. */
function spanAt(now: string): { opens: Temporal.Instant; closes: Temporal.Instant } {
  const instant = Temporal.Instant.from(now);
  for (let day = instant.toZonedDateTimeISO(timeZone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const closes = at(day, to);
    if (isBusinessDay(day) && Temporal.Instant.compare(instant, closes) < 0) {
      return { opens: at(day, from), closes };
    }
  }
}

function at(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
}

function isBusinessDay(day: Temporal.PlainDate): boolean {
  const before = day.subtract({ days: 1 }).toString();
  return addBusinessDays(before, 1, country) === day.toString();
}
