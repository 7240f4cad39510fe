import { UpgraderaError } from './errors.ts';

/**
 * What `ask` resolves to, when it does so in time. What comes later is not waited for: it may have
 * had its effect nevertheless.
 * @throws upstream.unavailable after so many seconds
 */
export function answerWithin<T>(seconds: number, ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const answer = ask();
    const timer = setTimeout(
      () => reject(new UpgraderaError('upstream.unavailable', `no answer in ${seconds} s`)),
      seconds * 1000,
    );
    answer.then(
      (answered) => {
        clearTimeout(timer);
        resolve(answered);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
