import { UpgraderaError } from '../../commerce/base/errors.ts';

/** One thing that was looked at, as data: the sentences stand under `doctor` in the locales. */
export interface Finding {
  /** Key under `doctor.checks`. */
  check: string;
  /** What the check is about, where several are of its kind. */
  name?: string;
  state: 'ok' | 'failed' | 'notAsked';
  /** Key under `doctor.advice`: what to do, or why it was not asked. */
  advice?: string;
  /** Codes for who looks into it, free of secrets. */
  detail?: string;
  /** Whether nothing works without it. */
  isNeeded: boolean;
}

/** What a finding is about. */
export type Subject = Pick<Finding, 'check' | 'name' | 'isNeeded'>;

export const well = (subject: Subject): Finding => ({ ...subject, state: 'ok' });

export const skipped = (subject: Subject, advice = 'afterFailure'): Finding => ({
  ...subject,
  state: 'notAsked',
  advice,
});

export const broken = (subject: Subject, advice: string): Finding => ({
  ...subject,
  state: 'failed',
  advice,
});

/** The advice is named by the code of the error. @throws what is no error of ours */
export function brokenBy(subject: Subject, error: unknown): Finding {
  if (!(error instanceof UpgraderaError)) throw error;
  const finding = broken(subject, error.code);
  return error.detail ? { ...finding, detail: error.detail } : finding;
}

/** Well when it resolves. */
export async function tried(subject: Subject, ask: () => Promise<unknown>): Promise<Finding> {
  try {
    await ask();
    return well(subject);
  } catch (error) {
    return brokenBy(subject, error);
  }
}
