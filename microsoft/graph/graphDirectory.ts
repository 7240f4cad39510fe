/** The directory of a real tenant. What it does not tell, or was not allowed to, is unknown. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { serviceName } from '../../commerce/licences/serviceName.ts';
import { type EntraRole, entraRoles, type RolesOfPerson } from '../../commerce/model/role.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import type {
  Directory,
  LicensedUser,
  Licensing,
  ServiceIncident,
} from '../../commerce/ports/directory.ts';
import { RefusedError } from '../http/statusError.ts';
import type { GraphClient } from './graphClient.ts';
import { licensingOf } from './licensing.ts';
import {
  healthRead,
  organisationRead,
  rolesRead,
  skuPlansRead,
  skusRead,
  usersRead,
} from './reads.ts';
import { isOpenIncident, latestFirst, roleOfTemplate } from './rules.ts';
import { isNotAllowed, whereAllowed } from './whereAllowed.ts';

export class GraphDirectory implements Directory {
  readonly #graph: Pick<GraphClient, 'all'>;

  constructor(graph: Pick<GraphClient, 'all'>) {
    this.#graph = graph;
  }

  async organisation(tenantId: string): Promise<{ name: string; country: OrUnknown<string> }> {
    const [found] = await this.#graph.all(tenantId, organisationRead);
    if (!found?.displayName) throw new UpgraderaError('upstream.malformed', 'organization name');
    return { name: found.displayName, country: found.countryLetterCode ?? 'unknown' };
  }

  /** Roles on a billing account are in no directory. */
  async roles(tenantId: string, userId: string): Promise<RolesOfPerson> {
    return { entra: await this.#entraRoles(tenantId, userId), billing: 'unknown' };
  }

  serviceIncidents(tenantId: string): Promise<OrUnknown<ServiceIncident[]>> {
    return whereAllowed(async () => {
      const services = await this.#graph.all(tenantId, healthRead);
      const issues = services.flatMap((service) => service.issues ?? []);
      return issues.filter(isOpenIncident).map(({ id, service }) => ({ id, service }));
    });
  }

  assignedLicences(tenantId: string): Promise<OrUnknown<ReadonlyMap<string, number>>> {
    return whereAllowed(async () => {
      const skus = await this.#graph.all(tenantId, skusRead);
      const ofUsers = skus.filter(({ appliesTo }) => appliesTo?.toLowerCase() !== 'company');
      if (ofUsers.some(({ consumedUnits }) => consumedUnits == null)) return 'unknown';
      return new Map(ofUsers.map(({ skuId, consumedUnits }) => [skuId, consumedUnits ?? 0]));
    });
  }

  licensing(tenantId: string, skuId: string): Promise<OrUnknown<Licensing>> {
    return whereAllowed(async () => {
      const wanted = skuId.toLowerCase();
      const [users, skus] = await Promise.all([
        this.#graph.all(tenantId, usersRead(wanted)),
        this.#graph.all(tenantId, skuPlansRead),
      ]);
      const plans = skus.find((one) => one.skuId === wanted)?.servicePlans ?? [];
      const names = new Map(
        plans.map(({ servicePlanId, servicePlanName }) => [servicePlanId, servicePlanName]),
      );
      return licensingOf(users, wanted, (planId) => serviceName(names.get(planId) ?? planId));
    });
  }

  /**
   * Licences in their grace period count as bought. Counts and lists come minutes apart: while fewer
   * users are listed than there are too many, nobody is named.
   */
  overAssigned(tenantId: string, skuId: string): Promise<OrUnknown<LicensedUser[]>> {
    return whereAllowed(async () => {
      const wanted = skuId.toLowerCase();
      const sku = (await this.#graph.all(tenantId, skusRead)).find((one) => one.skuId === wanted);
      if (!sku) return [];
      const { consumedUnits, prepaidUnits } = sku;
      if (consumedUnits == null || prepaidUnits?.enabled == null) return 'unknown';
      const excess = consumedUnits - prepaidUnits.enabled - (prepaidUnits.warning ?? 0);
      if (excess <= 0) return [];
      const users = await this.#graph.all(tenantId, usersRead(wanted));
      if (users.length < excess) return 'unknown';
      return latestFirst(users, wanted)
        .slice(0, excess)
        .map(({ displayName, userPrincipalName }) => ({
          name: displayName ?? userPrincipalName ?? '',
          userName: userPrincipalName ?? '',
        }));
    });
  }

  async #entraRoles(tenantId: string, userId: string): Promise<OrUnknown<readonly EntraRole[]>> {
    try {
      const memberOf = await this.#graph.all(tenantId, rolesRead(userId));
      const ids = memberOf.map(({ roleTemplateId }) => roleTemplateId?.toLowerCase());
      // Without the permission for roles they come as empty objects, and as no error.
      if (ids.includes(undefined)) return 'unknown';
      const held = entraRoles.filter((role) => ids.some((one) => roleOfTemplate(one) === role));
      return held.length > 0 ? held : ['reader'];
    } catch (error) {
      // Whom the directory does not know has no role in it.
      if (error instanceof RefusedError && error.status === 404) return ['reader'];
      if (isNotAllowed(error)) return 'unknown';
      throw error;
    }
  }
}
