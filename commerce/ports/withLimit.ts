import { answerWithin } from '../base/timeLimit.ts';
import type { Capabilities, Seller } from './seller.ts';

/**
 * The same port, none of whose calls keeps anybody waiting longer: it rejects with
 * upstream.unavailable after so many seconds, and may have its effect nevertheless.
 */
export function withLimit<T extends object>(port: T, seconds: number): T {
  const limited = new Map<string | symbol, unknown>();
  return new Proxy(port, {
    get(target, name) {
      const known = limited.get(name);
      if (known) return known;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const made = (...given: unknown[]) =>
        answerWithin(seconds, () => call(target, name, given) as Promise<unknown>);
      limited.set(name, made);
      return made;
    },
  });
}

function call(target: object, name: string | symbol, given: unknown[]): unknown {
  return Reflect.apply(Reflect.get(target, name, target), target, given);
}

/** The same seller with a limit, also for what its capabilities are asked. */
export function sellerWithLimit<T extends Pick<Seller, 'capabilities'>>(
  seller: T,
  seconds: number,
): T {
  const limited = withLimit(seller, seconds);
  const capabilities = async (
    ...about: Parameters<Seller['capabilities']>
  ): Promise<Capabilities> => withLimit({ ...(await limited.capabilities(...about)) }, seconds);
  return new Proxy(limited, {
    get: (target, name) =>
      name === 'capabilities' ? capabilities : Reflect.get(target, name, target),
  });
}
