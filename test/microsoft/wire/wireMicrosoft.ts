/** Entra ID, Graph and Partner Center over simulated tenants, and the settings with which they are reached. */
import type { MicrosoftSettings } from '../../../microsoft/connection.ts';
import type { CallLimits } from '../../../microsoft/http/patience.ts';
import type { PartnerSettings } from '../../../microsoft/partnerConnection.ts';
import { entraServer, type WireApp } from './entraServer.ts';
import { GraphServer } from './graphServer.ts';
import { PartnerCenterServer } from './partnerCenterServer.ts';
import type { WireServer } from './wireServer.ts';
import { WireTenants } from './wireTenants.ts';

/** A machine answers itself in a few milliseconds. */
export const hasty: CallLimits = { call: 1500, request: 200, shortestWait: 5, longestWait: 50 };

/** Likewise, where a large tenant takes its time. */
export const patient: CallLimits = { ...hasty, call: 20_000, request: 10_000 };

export class WireMicrosoft {
  readonly tenants = new WireTenants();
  /** May be changed until the next request. */
  readonly app: WireApp = {
    appId: '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a10',
    secret: 'a-secret~that+nobody may.see',
  };
  readonly bot: WireApp = {
    appId: '6a1f5d3e-0f5e-4d2c-9c1b-2b7f6f1f7a99',
    secret: 'another-secret~of the bot',
  };
  readonly entra: WireServer = entraServer(this.tenants, [this.app, this.bot]);
  readonly graph = new GraphServer(this.tenants);
  readonly partnerTenantId = '7c0f1de2-0f5e-4d2c-9c1b-2b7f6f1f7b00';
  readonly partnerCenter = new PartnerCenterServer(this.tenants, this.partnerTenantId);

  static async start(): Promise<WireMicrosoft> {
    const wire = new WireMicrosoft();
    wire.tenants.consents.set(wire.partnerTenantId, { roles: [] });
    await Promise.all([wire.entra.start(), wire.graph.start(), wire.partnerCenter.start()]);
    return wire;
  }

  settings(rest: Partial<MicrosoftSettings> = {}): MicrosoftSettings {
    const { appId, secret } = this.app;
    return {
      appId,
      credential: { kind: 'secret', secret },
      cloud: 'global',
      loginUrl: this.entra.url,
      graphUrl: this.graph.url,
      ...rest,
    };
  }

  partnerSettings(): PartnerSettings {
    const { partnerTenantId, partnerCenter } = this;
    return { ...this.settings(), partnerTenantId, partnerCenterUrl: partnerCenter.url };
  }

  mend(): void {
    this.entra.mend();
    this.graph.mend();
    this.partnerCenter.mend();
    this.partnerCenter.isStale = false;
    this.partnerCenter.orders.lagMinutes = 0;
    this.partnerCenter.orders.forgets = false;
    this.partnerCenter.orders.refusals.length = 0;
    this.graph.batchFaults.length = 0;
    this.graph.pageSize = 999;
    this.graph.throttlesEvery = Number.POSITIVE_INFINITY;
    this.graph.catchUp();
  }

  async stop(): Promise<void> {
    await Promise.all([this.entra.stop(), this.graph.stop(), this.partnerCenter.stop()]);
  }
}
