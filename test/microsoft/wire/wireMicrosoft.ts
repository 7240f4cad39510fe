/** Entra ID and Graph over simulated tenants, and the settings with which they are reached. */
import type { MicrosoftSettings } from '../../../microsoft/connection.ts';
import type { CallLimits } from '../../../microsoft/http/patience.ts';
import { entraServer, type WireApp } from './entraServer.ts';
import { GraphServer } from './graphServer.ts';
import type { WireServer } from './wireServer.ts';
import { WireTenants } from './wireTenants.ts';

/** A machine answers itself in a few milliseconds. */
export const hasty: CallLimits = { call: 1500, request: 200, shortestWait: 5, longestWait: 50 };

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

  static async start(): Promise<WireMicrosoft> {
    const wire = new WireMicrosoft();
    await Promise.all([wire.entra.start(), wire.graph.start()]);
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

  mend(): void {
    this.entra.mend();
    this.graph.mend();
    this.graph.batchFaults.length = 0;
    this.graph.pageSize = 999;
  }

  async stop(): Promise<void> {
    await Promise.all([this.entra.stop(), this.graph.stop()]);
  }
}
