import { answerWithin } from '../base/timeLimit.ts';

/**
 * The same port, none of whose calls keeps anybody waiting longer: it rejects with
 * upstream.unavailable after so many seconds, and may have its effect nevertheless.
 */
export function withLimit<T extends object>(port: T, seconds: number): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) =>
        answerWithin(seconds, () => member.apply(target, given) as Promise<unknown>);
    },
  });
}
