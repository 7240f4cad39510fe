import { UpgraderaError } from './errors.ts';

/**
 * What `ask` resolves to, when it does so in time. What comes later is not waited for: it may have
 * had its effect nevertheless.
 * @throws upstream.unavailable after so many seconds
 */
export async function answerWithin<T>(seconds: number, ask: () => Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new UpgraderaError('upstream.unavailable', `no answer in ${seconds} s`)),
    seconds * 1000,
  );
  try {
    return await Promise.race([ask(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
