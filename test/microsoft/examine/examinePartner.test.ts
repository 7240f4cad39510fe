import assert from 'node:assert/strict';
import { findingLines } from '../../../bot/tools/findingLines.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { examinePartner } from '../../../microsoft/examine/examinePartner.ts';
import { PriceSheets } from '../../../microsoft/partnerCenter/prices/priceSheets.ts';
import type { PartnerSettings } from '../../../microsoft/partnerConnection.ts';
import { MemoryTenantState } from '../../support/tenant/memoryTenantState.ts';
import { priceSheetCsv } from '../wire/partnerCatalog.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

const limits = { ...hasty, call: 250, request: 100 };

describe('the examination of a customer of the partner', () => {
  const sheets = new PriceSheets(new MemoryTenantState());
  const none = new PriceSheets(new MemoryTenantState());
  let wire: WireMicrosoft;
  let tenantId: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    await sheets.import(priceSheetCsv({ market: 'SE', currency: 'SEK' }));
    tenantId = await wire.tenants.addCustomer();
  });
  afterEach(() => {
    wire.mend();
    wire.tenants.delegated.length = 0;
    wire.tenants.consents.set(wire.partnerTenantId, { roles: [] });
  });
  /** Told to who may read it in the partner's own tenant. */
  const delegate = (roles: string[], status: 'active' | 'expired'): void => {
    const seeing = ['DelegatedAdminRelationship.Read.All'];
    wire.tenants.consents.set(wire.partnerTenantId, { roles: seeing });
    wire.tenants.delegated.push({ customer: tenantId, roles, status });
  };
  after(() => wire.stop());

  interface Case {
    what: string;
    /** States of sign-in, Partner Center, relation, delegated rights, subscriptions and prices. */
    states: string;
    advice?: string;
    make?: () => void;
    settings?: () => Partial<PartnerSettings>;
    id?: string;
    imported?: PriceSheets | 'unreadable';
  }
  const cases: Case[] = [
    { what: 'all is well', states: 'ok ok ok notAsked ok ok' },
    {
      what: 'the secret is wrong',
      states: 'failed notAsked notAsked notAsked notAsked notAsked',
      advice: 'connection.app-refused',
      settings: () => ({ credential: { kind: 'secret', secret: 'wrong' } }),
    },
    {
      what: 'nobody answers',
      states: 'ok failed notAsked notAsked notAsked notAsked',
      advice: 'upstream.unavailable',
      settings: () => ({ partnerCenterUrl: 'http://127.0.0.1:9' }),
    },
    {
      what: 'the tenant is no customer',
      states: 'ok ok failed notAsked notAsked notAsked',
      advice: 'notCustomer',
      id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
    },
    {
      what: 'the application may not ask',
      states: 'ok ok failed notAsked notAsked notAsked',
      advice: 'connection.no-permission',
      make: () => wire.partnerCenter.fail('403'),
    },
    {
      what: 'subscriptions can’t be read',
      states: 'ok ok ok notAsked failed ok',
      advice: 'upstream.malformed',
      make: () => wire.partnerCenter.fail('another shape', { on: /subscriptions$/ }),
    },
    {
      what: 'no prices were imported',
      states: 'ok ok ok notAsked ok failed',
      advice: 'noPrices',
      imported: none,
    },
    {
      what: 'delegated rights hold',
      states: 'ok ok ok ok ok ok',
      make: () => delegate(['9360feb5-f418-4baa-8175-e2a00bac4301'], 'active'),
    },
    {
      what: 'they have ended',
      states: 'ok ok ok failed ok ok',
      advice: 'noDelegation',
      make: () => delegate(['9360feb5-f418-4baa-8175-e2a00bac4301'], 'expired'),
    },
    {
      what: 'they lack the role',
      states: 'ok ok ok failed ok ok',
      advice: 'delegationRole',
      make: () => delegate(['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'], 'active'),
    },
    {
      what: 'somebody else has the prices',
      states: 'ok ok ok notAsked ok notAsked',
      imported: 'unreadable',
    },
  ];

  for (const { what, states, advice, make, settings, id, imported = sheets } of cases) {
    it(`says it line by line: ${what}`, async () => {
      make?.();
      const given = { ...wire.partnerSettings(), ...settings?.() };
      const seen = imported === 'unreadable' ? undefined : imported;
      const findings = await examinePartner(given, id ?? tenantId, seen, limits);
      assert.deepEqual(findings.map(({ state }) => state).join(' '), states);
      assert.equal(findings.find(({ state }) => state === 'failed')?.advice, advice);
      for (const locale of locales) {
        for (const finding of findings) {
          assert.ok(findingLines(finding, localiser(locale).t).length > 0);
        }
      }
    });
  }
});
