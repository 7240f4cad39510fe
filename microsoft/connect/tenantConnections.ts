/** Tenants whose administrators let us read them: asked for, verified by reading, remembered, forgotten. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { type OrUnknown, orUnknown } from '../../commerce/model/unknown.ts';
import type {
  Asker,
  Connecting,
  ConsentOutcome,
  ConsentPurpose,
  Standing,
} from '../../commerce/ports/connecting.ts';
import type { Connected } from '../../commerce/ports/connection.ts';
import type { ConnectionRepository } from '../../commerce/ports/repositories.ts';
import type { Microsoft } from '../connection.ts';
import { grantedPermissions } from '../entra/grantedPermissions.ts';
import { organisationRead, personRead } from '../graph/reads.ts';
import { isGranted, laterPermissions, permissions, permissionToMove } from '../permissions.ts';
import { consentAnswerIn } from './consentAnswer.ts';
import type { ConsentState, ConsentStates } from './consentState.ts';

export interface TenantConnectionsParts {
  microsoft: Pick<Microsoft, 'tokens' | 'graph'>;
  connections: ConnectionRepository;
  states: ConsentStates;
  /** Where an administrator consents, of a tenant. */
  consentUrl: (tenantId: string, state: string) => string;
  /** Real time. */
  now: () => Temporal.Instant;
  /** Milliseconds for which a consent that Microsoft does not know of yet is asked for again. */
  patience: number;
}

const pauseBetweenLooks = 1000;
/** Who somebody is in a directory hardly changes; it is asked for again after so many minutes. */
const standingHolds = { minutes: 10 };
const mostStandings = 10_000;

/** The same of a consent to change licences, where that is another sentence: reading goes on. */
const ofLicences: Partial<Record<ConsentOutcome, ConsentOutcome>> = {
  connected: 'licencesAllowed',
  refused: 'licencesRefused',
  wrongTenant: 'licencesElsewhere',
  incomplete: 'licencesIncomplete',
  failed: 'licencesFailed',
};

/** What a failed look at a tenant says of the consent. */
const meanings: Partial<Record<string, ConsentOutcome>> = {
  'connection.not-consented': 'notYet',
  'connection.blocked': 'blocked',
  'connection.no-permission': 'incomplete',
  'connection.tenant-unknown': 'wrongTenant',
};

interface Known {
  standing: Standing;
  until: Temporal.Instant;
}

export class TenantConnections implements Connecting {
  readonly reads: Connecting['reads'] = permissions;
  readonly writes = permissionToMove.name;
  readonly #parts: TenantConnectionsParts;
  readonly #standings = new Map<string, Known>();

  constructor(parts: TenantConnectionsParts) {
    this.#parts = parts;
  }

  isPossible(tenantId: string): boolean {
    return z.guid().safeParse(tenantId).success;
  }

  find(tenantId: string): Promise<Connected | undefined> {
    return this.#parts.connections.find(tenantId);
  }

  consentLink(asker: Asker, purpose?: ConsentPurpose): string {
    const { states, consentUrl, now } = this.#parts;
    return consentUrl(asker.tenantId, states.issue(asker, now(), purpose));
  }

  /** A token says it, also of what was taken back, or given otherwise. */
  async mayWrite(tenantId: string): Promise<boolean> {
    const { microsoft, connections } = this.#parts;
    const granted = grantedPermissions(await microsoft.tokens.token(tenantId));
    const known = granted ?? (await connections.find(tenantId))?.permissions ?? [];
    return isGranted(permissionToMove, known);
  }

  async redeem(query: unknown): Promise<{ outcome: ConsentOutcome; asker?: Asker }> {
    const { states, connections, now } = this.#parts;
    const answer = consentAnswerIn(query);
    const state = answer && states.read(answer.state);
    if (!state) return { outcome: 'unreadable' };
    const { asker, id, until, purpose } = state;
    const told = (outcome: ConsentOutcome) => ({
      outcome: (purpose === 'licences' && ofLicences[outcome]) || outcome,
      asker,
    });
    if (Temporal.Instant.compare(until, now()) <= 0) return { outcome: 'expired', asker };
    const used = { id, until: until.toString() };
    if (!(await connections.use(asker.tenantId, used, now().toString()))) {
      return { outcome: 'used', asker };
    }
    if (answer.refusal) return told(answer.refusal);
    if (answer.tenantId !== asker.tenantId) return told('wrongTenant');
    return told(await this.#verify(state));
  }

  async standingOf(tenantId: string, userId: string): Promise<OrUnknown<Standing>> {
    const { now } = this.#parts;
    const key = `${tenantId}/${userId}`;
    const known = this.#standings.get(key);
    if (known && Temporal.Instant.compare(known.until, now()) > 0) return known.standing;
    const standing = await orUnknown(this.#lookUp(tenantId, userId));
    if (standing === 'unknown') return standing;
    if (this.#standings.size >= mostStandings) this.#standings.clear();
    this.#standings.set(key, { standing, until: now().add(standingHolds) });
    return standing;
  }

  async disconnect(tenantId: string): Promise<void> {
    const { connections, microsoft } = this.#parts;
    await connections.disconnect(tenantId);
    microsoft.tokens.forget(tenantId);
    for (const key of this.#standings.keys()) {
      if (key.startsWith(`${tenantId}/`)) this.#standings.delete(key);
    }
  }

  /** Believes no redirect: what counts is that the tenant can be read. */
  async #verify({ asker, purpose }: ConsentState): Promise<ConsentOutcome> {
    const { patience } = this.#parts;
    const end = performance.now() + patience;
    for (;;) {
      const outcome = await this.#look(asker, purpose);
      const mayPass = outcome === 'notYet' || outcome === 'incomplete';
      if (!mayPass || performance.now() + pauseBetweenLooks >= end) return outcome;
      await wait(pauseBetweenLooks);
    }
  }

  async #look({ tenantId, userId }: Asker, purpose: ConsentPurpose): Promise<ConsentOutcome> {
    const { microsoft, connections, now } = this.#parts;
    const isForLicences = purpose === 'licences';
    try {
      // A token from before the consent does not say what was allowed since.
      microsoft.tokens.forget(tenantId);
      const granted = grantedPermissions(await microsoft.tokens.token(tenantId)) ?? [];
      const needed = isForLicences
        ? [permissionToMove]
        : permissions.filter(({ isNeeded }) => isNeeded);
      if (needed.some((one) => !isGranted(one, granted))) return 'incomplete';
      await microsoft.graph.all(tenantId, organisationRead);
      const standing = await this.#lookUp(tenantId, userId);
      if (standing !== 'member') return standing;
      const known = isForLicences ? await connections.find(tenantId) : undefined;
      // Forgotten meanwhile: a permission to change licences connects nobody.
      if (isForLicences && !known) return 'failed';
      await connections.connect(tenantId, {
        ...(known ?? { at: now().toString(), by: userId }),
        permissions: [...permissions, ...laterPermissions]
          .filter((one) => isGranted(one, granted))
          .map(({ name }) => name),
      });
      return 'connected';
    } catch (error) {
      if (!(error instanceof UpgraderaError)) throw error;
      return meanings[error.code] ?? 'failed';
    }
  }

  async #lookUp(tenantId: string, userId: string): Promise<Standing> {
    // An id that is none of a directory's is in none.
    if (!z.guid().safeParse(userId).success) return 'stranger';
    const [person] = await this.#parts.microsoft.graph.all(tenantId, personRead(userId));
    if (!person) return 'stranger';
    return person.userType?.toLowerCase() === 'guest' ? 'guest' : 'member';
  }
}
