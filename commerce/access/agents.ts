/** Who helps customers at the support desk, and which of them. What an agent may do stands in `support/`. */
import type { Directory } from '../ports/directory.ts';

export interface Agent {
  /** Of the directory. */
  userId: string;
  /** Whom they may serve. */
  tenants: readonly string[] | 'all';
}

export interface Agents {
  /** Whether anybody is there to be asked. */
  areThere: boolean;
  /** `none` for who is no agent. */
  tenantsOf(userId: string): Agent['tenants'] | 'none';
  serves(userId: string, tenantId: string): boolean;
}

export function agentsOf(list: readonly Agent[]): Agents {
  const byId = Map.groupBy(list, ({ userId }) => userId.toLowerCase());
  const tenantsOf: Agents['tenantsOf'] = (userId) => {
    const found = byId.get(userId.toLowerCase());
    if (!found) return 'none';
    const tenants = found.map((agent) => agent.tenants);
    return tenants.includes('all') ? 'all' : tenants.flatMap((some) => [...some]);
  };
  return {
    areThere: list.length > 0,
    tenantsOf,
    serves: (userId, tenantId) => isAmong(tenantsOf(userId), tenantId),
  };
}

export function isAmong(tenants: ReturnType<Agents['tenantsOf']>, tenantId: string): boolean {
  return tenants === 'all' || (tenants !== 'none' && tenants.includes(tenantId.toLowerCase()));
}

/**
 * The same directory, in which an agent of a tenant has no role there: whatever is bought, moved or given up is
 * so by the tenant's own people, by whichever way an agent tries.
 */
export function directoryAmongAgents<T extends Directory>(directory: T, agents: Agents): T {
  const roles: Directory['roles'] = async (tenantId, userId) =>
    agents.serves(userId, tenantId)
      ? { entra: ['reader'], billing: [] }
      : directory.roles(tenantId, userId);
  return new Proxy(directory, {
    get: (target, name) => {
      if (name === 'roles') return roles;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
