import { answerWithin } from '../base/timeLimit.ts';
import { traced } from '../base/traced.ts';
import type { Capabilities, Seller } from './seller.ts';

const nothing = () => ({});

/**
 * The same port, none of whose calls keeps anybody waiting longer: it rejects with
 * upstream.unavailable after so many seconds, and may have its effect nevertheless.
 * @param name by which its calls are told in traces; they are not told without one
 */
export function withLimit<T extends object>(port: T, seconds: number, name?: string): T {
  const limited = new Map<string | symbol, unknown>();
  return new Proxy(port, {
    get(target, method) {
      const known = limited.get(method);
      if (known) return known;
      const member: unknown = Reflect.get(target, method, target);
      if (typeof member !== 'function') return member;
      const ask = (...given: unknown[]) =>
        answerWithin(seconds, () => call(target, method, given) as Promise<unknown>);
      const span = `${name}.${String(method)}`;
      const made =
        name === undefined
          ? ask
          : (...given: unknown[]) => traced(span, nothing, () => ask(...given));
      limited.set(method, made);
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
  const limited = withLimit(seller, seconds, 'seller');
  const capabilities = async (
    ...about: Parameters<Seller['capabilities']>
  ): Promise<Capabilities> =>
    withLimit({ ...(await limited.capabilities(...about)) }, seconds, 'seller');
  return new Proxy(limited, {
    get: (target, name) =>
      name === 'capabilities' ? capabilities : Reflect.get(target, name, target),
  });
}
