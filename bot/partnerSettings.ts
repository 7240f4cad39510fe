/** Settings of a partner that sells through Partner Center. */
import { z } from 'zod';
import { originSchema } from './safeOrigin.ts';

export interface PartnerSettings {
  /** The partner's own tenant. */
  partnerTenantId: string;
  /** Origin in place of that of the cloud. */
  partnerCenterUrl?: string;
  /** Hundredths of a percent on top of what the partner pays; absent: the recommended price. */
  margin?: number;
}

/** Each may be left out. */
export const partnerVariables = {
  PARTNER_TENANT_ID: z
    .guid('must be a GUID')
    .transform((id) => id.toLowerCase())
    .optional(),
  PARTNER_CENTER_URL: originSchema('https://partner.example.com').optional(),
  PARTNER_MARGIN: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, 'must be a percentage like 12.5')
    .transform((percent) => Math.round(Number(percent) * 100))
    .optional(),
};

type Variables = {
  [Name in keyof typeof partnerVariables]?: z.infer<(typeof partnerVariables)[Name]>;
} & { GRAPH_APP_ID?: string | undefined };

/** What one variable asks of the others. */
export const partnerAgreements: { broken: (v: Variables) => boolean; line: string }[] = [
  {
    broken: (v) => v.PARTNER_TENANT_ID !== undefined && v.GRAPH_APP_ID === undefined,
    line: 'GRAPH_APP_ID: is missing although PARTNER_TENANT_ID is set',
  },
  ...(['PARTNER_CENTER_URL', 'PARTNER_MARGIN'] as const).map((name) => ({
    broken: (v: Variables) => v.PARTNER_TENANT_ID === undefined && v[name] !== undefined,
    line: `PARTNER_TENANT_ID: is missing although ${name} is set`,
  })),
];

/** Once the agreements hold. */
export function partnerSettingsIn(v: Variables): PartnerSettings | undefined {
  if (v.PARTNER_TENANT_ID === undefined) return undefined;
  return {
    partnerTenantId: v.PARTNER_TENANT_ID,
    ...(v.PARTNER_CENTER_URL === undefined ? {} : { partnerCenterUrl: v.PARTNER_CENTER_URL }),
    ...(v.PARTNER_MARGIN === undefined ? {} : { margin: v.PARTNER_MARGIN }),
  };
}
