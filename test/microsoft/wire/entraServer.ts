/** Entra ID's token endpoint and discovery, for applications that act in their own name. */
import { constants, verify, X509Certificate } from 'node:crypto';
import { type WireAnswer, type WireRequest, WireServer } from './wireServer.ts';
import { allRoles, type WireTenants } from './wireTenants.ts';

export interface WireApp {
  appId: string;
  secret: string;
  /** PEM. */
  certificate?: string;
  /** Of another identity provider. */
  federatedToken?: string;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What was sent is told back, as a careless server might: nobody may pass it on. */
function refusal(status: number, error: string, number: number, sent: string): WireAnswer {
  const body = {
    error,
    error_description: `AADSTS${number}: No. Trace ID: 0. You sent ${sent}`,
    error_codes: [number],
    timestamp: '2026-11-23 12:00:00Z',
    trace_id: '7d1f9c1e-0000-4000-8000-000000000000',
    correlation_id: '7d1f9c1e-0000-4000-8000-000000000001',
  };
  return { status, body };
}

export function entraServer(tenants: WireTenants, apps: readonly WireApp[]): WireServer {
  const server: WireServer = new WireServer(async (request) => {
    const [, tenantId = '', ...rest] = new URL(request.path, server.url).pathname.split('/');
    const route = `${request.method} ${rest.join('/')}`;
    if (route === 'POST oauth2/v2.0/token') return tokenAnswer(tenants, apps, tenantId, request);
    if (route === 'GET v2.0/adminconsent') return consentAnswer(tenants, apps, tenantId, request);
    if (route === 'GET v2.0/.well-known/openid-configuration') {
      const base = `${server.url}/${tenantId}`;
      const body = {
        issuer: `${base}/v2.0`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      };
      return { status: 200, body };
    }
    return { status: 404, body: 'no such page' };
  });
  return server;
}

/** The page on which an administrator decides, already answered: it sends the browser back. */
function consentAnswer(
  tenants: WireTenants,
  apps: readonly WireApp[],
  tenantId: string,
  { path }: WireRequest,
): WireAnswer {
  const { searchParams: asked } = new URL(path, 'http://localhost');
  const redirect = asked.get('redirect_uri') ?? '';
  const known = apps.some(({ appId }) => appId === asked.get('client_id'));
  if (!known || asked.get('scope') !== 'https://graph.microsoft.com/.default') {
    return { status: 400, body: 'AADSTS900144' };
  }
  const back = new URL(redirect);
  back.searchParams.set('state', asked.get('state') ?? '');
  const choice = tenants.admins.shift() ?? { roles: allRoles };
  if ('error' in choice) {
    back.searchParams.set('error', choice.error);
    back.searchParams.set('error_description', `AADSTS${choice.number}: no, says Alva Andersson`);
  } else {
    back.searchParams.set('admin_consent', 'True');
    back.searchParams.set('tenant', 'tenantId' in choice ? choice.tenantId : tenantId);
    const roles = 'roles' in choice ? [...choice.roles] : [];
    if ('roles' in choice) tenants.consents.set(tenantId, { roles });
  }
  return { status: 302, headers: { location: back.href }, body: '' };
}

function tokenAnswer(
  tenants: WireTenants,
  apps: readonly WireApp[],
  tenantId: string,
  { body, headers }: WireRequest,
): WireAnswer {
  const form = new URLSearchParams(body);
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return refusal(400, 'invalid_request', 900144, body);
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 70003, body);
  }
  const scope = /^(https:\/\/[\w.-]+)\/\.default\b/.exec(form.get('scope') ?? '')?.[1];
  if (!scope) return refusal(400, 'invalid_scope', 1002012, body);
  const consent = tenants.consents.get(tenantId);
  if (!consent) return refusal(400, 'invalid_request', 90002, body);
  const app = apps.find(({ appId }) => appId === form.get('client_id'));
  if (!app) return refusal(400, 'unauthorized_client', 700016, body);
  if (!isProven(app, form)) return refusal(401, 'invalid_client', 7000215, body);
  if (consent.isMissing) return refusal(400, 'unauthorized_client', 700016, body);
  if (consent.isBlocked) return refusal(400, 'invalid_grant', 53003, body);
  const { lifetime } = tenants;
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: tenants.give(tenantId, scope),
    },
  };
}

function isProven({ secret, certificate, federatedToken }: WireApp, form: URLSearchParams) {
  const assertion = form.get('client_assertion');
  if (assertion === null) return form.get('client_secret') === secret;
  if (form.get('client_assertion_type') !== assertionType) return false;
  if (assertion === federatedToken) return true;
  return certificate !== undefined && isSignedBy(new X509Certificate(certificate), assertion);
}

function isSignedBy(certificate: X509Certificate, assertion: string): boolean {
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex');
  if (header['x5t#S256'] !== thumbprint.toString('base64url') || header.alg !== 'PS256')
    return false;
  return verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING },
    Buffer.from(signature, 'base64url'),
  );
}
