import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { ConnectionRepository } from '../../commerce/ports/repositories.ts';

/**
 * The same port, that reads no tenant which is not connected: whoever asks, in a turn or without one.
 * Each call throws connection.missing then.
 */
export function whenConnected<T extends object>(
  port: T,
  connections: Pick<ConnectionRepository, 'find'>,
): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...given: [about: string | { tenantId: string }, ...unknown[]]) => {
        const [about] = given;
        const tenantId = typeof about === 'string' ? about : about.tenantId;
        if (!(await connections.find(tenantId))) throw new UpgraderaError('connection.missing');
        return member.apply(target, given);
      };
    },
  });
}
