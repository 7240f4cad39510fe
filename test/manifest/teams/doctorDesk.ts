/** A set-up that is sound but for what a test makes wrong of it, and what the doctor says to it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localiser } from '../../../locales/localiser.ts';
import { readShipped } from '../../../manifest/shipped.ts';
import { examineSetup } from '../../../manifest/teams/doctor/examineSetup.ts';
import { WireMicrosoft } from '../../microsoft/wire/wireMicrosoft.ts';

/** The id of some other application. */
export const stranger = '0a1b2c3d-0000-4000-8000-00000000cafe';

export interface Wrong {
  env?: Record<string, string | undefined>;
  endpoint?: string;
  /** In place of what is shipped. */
  files?: Record<string, string | Uint8Array | undefined>;
  zip?: Uint8Array | string;
  /** How the bot's address answers a stranger. */
  status?: number;
  headers?: Record<string, string>;
}

export class DoctorDesk {
  wire!: WireMicrosoft;
  tenantId = '';
  folder = '';
  #answer: Required<Pick<Wrong, 'status' | 'headers'>> = { status: 401, headers: {} };
  readonly #door: Server = createServer((_, response) => {
    response.writeHead(this.#answer.status, this.#answer.headers);
    response.end('{}');
  });

  async open(): Promise<this> {
    this.wire = await WireMicrosoft.start();
    this.tenantId = await this.wire.tenants.add();
    this.folder = mkdtempSync(join(tmpdir(), 'upgradera-setup-'));
    await new Promise<void>((resolve) => this.#door.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Answers whatever is asked there as the test says. */
  get url(): string {
    return `http://127.0.0.1:${(this.#door.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#door.closeAllConnections();
    await new Promise((resolve) => this.#door.close(resolve));
    await this.wire.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  sound(): Record<string, string> {
    const { bot, app, entra, graph } = this.wire;
    return {
      MicrosoftAppId: bot.appId,
      MicrosoftAppPassword: bot.secret,
      MicrosoftAppTenantId: this.tenantId,
      GRAPH_APP_ID: app.appId,
      GRAPH_APP_SECRET: app.secret,
      ENTRA_URL: entra.url,
      GRAPH_URL: graph.url,
      PUBLISHER_NAME: 'Contoso',
      PUBLISHER_WEBSITE: 'https://contoso.com',
      PUBLISHER_CONTACT: 'privacy@contoso.com',
      DATA_DIR: this.folder,
    };
  }

  async examine({ env = {}, endpoint, files = {}, zip, status = 401, headers = {} }: Wrong = {}) {
    this.#answer = { status, headers };
    const path = join(this.folder, 'package.zip');
    rmSync(path, { force: true });
    if (zip !== undefined) writeFileSync(path, zip);
    const read = (name: string) => {
      const content = name in files ? files[name] : readShipped(name);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    };
    const { lines, isReady } = await examineSetup(
      { ...this.sound(), ...env },
      endpoint ?? `${this.url}/api/messages`,
      localiser('en-US').t,
      { read, zip: path },
    );
    const said = lines.join('\n');
    for (const secret of [this.wire.bot.secret, this.wire.app.secret]) {
      assert.ok(!said.includes(secret), 'a secret was said');
    }
    return { lines, said, isReady };
  }

  /** It is named as not in order, and under it stands what to do; unless it can wait, nothing is ready. */
  async finds(wrong: Wrong, named: RegExp, canWait = false): Promise<void> {
    const { lines, said, isReady } = await this.examine(wrong);
    const at = lines.findIndex((line) => named.test(line));
    assert.ok(at > 0, said);
    assert.match(lines[at - 1]!, /^\[not ok\] /);
    assert.match(lines[at]!, /^ {4}/);
    if (!canWait) assert.equal(isReady, false);
  }
}
