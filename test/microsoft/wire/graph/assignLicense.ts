/** `POST /users/{id}/assignLicense` over simulated tenants, in Graph's own words. */
import type { Sandbox } from '../../../../sandbox/sandbox.ts';

interface Told {
  status: number;
  code?: string;
  message?: string;
  retryAfter?: number;
}

const bad = (message: string): Told => ({ status: 400, code: 'Request_BadRequest', message });

const messages: Readonly<Record<string, string>> = {
  CountViolation: 'Subscription with SKU f245ecc8 does not have any available licenses.',
  ProhibitedInUsageLocationViolation:
    'License assignment cannot be done for user with invalid usage location.',
  MutuallyExclusiveViolation:
    'License assignment failed because service plans 9aaf7827 and efb87545 are mutually exclusive.',
  DependencyViolation:
    'License assignment failed because service plan 4828c8ec depends on the service plan(s) 57ff2da0.',
  UniquenessViolation:
    'Another object with the same value for property proxyAddresses already exists.',
  GroupAssigned:
    'User license is inherited from a group membership and it cannot be removed directly from the user.',
};

const known = ['addLicenses', 'removeLicenses'];
const knownOfLicence = ['skuId', 'disabledPlans'];
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const areGuids = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => guid.test(String(one)));

interface Added {
  skuId: string;
  disabledPlans?: string[];
}

/** What is asked for, or what is wrong with it. */
function askedIn(body: unknown): { add: Added[]; remove: string[] } | Told {
  if (typeof body !== 'object' || body === null)
    return bad('Empty Payload. JSON content expected.');
  const strange = Object.keys(body).find((name) => !known.includes(name));
  if (strange) return bad(`The parameter '${strange}' in the request payload is not valid.`);
  const missing = known.find((name) => !(name in body));
  if (missing) return bad(`The missing parameters are: ${missing}.`);
  const { addLicenses, removeLicenses } = body as {
    addLicenses: Added[];
    removeLicenses: string[];
  };
  if (!Array.isArray(addLicenses) || !areGuids(removeLicenses))
    return bad('Cannot convert a value.');
  for (const licence of addLicenses) {
    const odd = Object.keys(licence).find((name) => !knownOfLicence.includes(name));
    if (odd) return bad(`The property '${odd}' does not exist on type 'AssignedLicense'.`);
    if (!guid.test(licence.skuId) || !areGuids(licence.disabledPlans ?? [])) {
      return bad('Cannot convert a value.');
    }
  }
  return { add: addLicenses, remove: removeLicenses };
}

export async function assignLicense(
  { licences }: Sandbox,
  tenantId: string,
  userId: string,
  body: unknown,
): Promise<Told> {
  const asked = askedIn(body);
  if ('status' in asked) return asked;
  const [user] = await licences.users(tenantId, [userId]);
  if (!user) {
    const message = `Resource '${userId}' does not exist or one of its queried reference-property objects are not present.`;
    return { status: 404, code: 'Request_ResourceNotFound', message };
  }
  const held = user.assignments.map(({ skuId }) => skuId);
  if (asked.remove.some((skuId) => !held.includes(skuId.toLowerCase()))) {
    return bad('User does not have a corresponding license.');
  }
  const add = asked.add.map(({ skuId, disabledPlans = [] }) => ({ skuId, disabledPlans }));
  const [outcome] = await licences.change(tenantId, [{ userId, add, remove: asked.remove }]);
  if (outcome?.outcome === 'changed') return { status: 200 };
  if (outcome?.outcome === 'later') return { status: 429, retryAfter: outcome.afterSeconds };
  return bad(messages[outcome?.reason ?? ''] ?? outcome?.text ?? `Cannot, ${outcome?.reason}.`);
}
