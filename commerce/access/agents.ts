/** Who helps customers at the support desk, and which of them. */

export interface Agent {
  /** Of the directory. */
  userId: string;
  /** Whom they may serve. */
  tenants: readonly string[] | 'all';
}

export interface Agents {
  /** Whether anybody is there to be asked. */
  areThere: boolean;
}

export function agentsOf(list: readonly Agent[]): Agents {
  return { areThere: list.length > 0 };
}
