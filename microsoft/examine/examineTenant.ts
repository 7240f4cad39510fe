/** Whether a tenant can be read, thing by thing. Changes nothing. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import { clouds } from '../cloud.ts';
import { answers, type Microsoft, type MicrosoftSettings, openMicrosoft } from '../connection.ts';
import { grantedPermissions } from '../entra/grantedPermissions.ts';
import {
  anyUserRead,
  companySubscriptionsRead,
  type GraphUser,
  healthRead,
  organisationRead,
  skusRead,
} from '../graph/reads.ts';
import { type CallLimits, usualLimits } from '../http/patience.ts';
import { isGranted, laterPermissions, permissions } from '../permissions.ts';
import { broken, brokenBy, type Finding, type Subject, skipped, tried, well } from './finding.ts';

const settings: Subject = { check: 'settings', isNeeded: true };
const signIn: Subject = { check: 'signIn', isNeeded: true };
const token: Subject = { check: 'token', isNeeded: true };
const graph: Subject = { check: 'graph', isNeeded: true };
const rolesSubject: Subject = { check: 'roles', isNeeded: true };
const readings = [
  { subject: { check: 'organisation', isNeeded: true }, read: organisationRead },
  { subject: { check: 'subscriptions', isNeeded: true }, read: companySubscriptionsRead },
  { subject: { check: 'licences', isNeeded: true }, read: skusRead },
  { subject: { check: 'incidents', isNeeded: false }, read: healthRead },
  { subject: { check: 'users', isNeeded: true }, read: anyUserRead },
];
const readSubjects: readonly Subject[] = [...readings.map(({ subject }) => subject), rolesSubject];

const permissionSubjects = [...permissions, ...laterPermissions].map((permission) => ({
  permission,
  subject: { check: 'permission', name: permission.name, isNeeded: permission.isNeeded },
}));

/** What comes after the sign-in. */
const afterToken: readonly Subject[] = [
  ...permissionSubjects.map(({ subject }) => subject),
  graph,
  ...readSubjects,
];
const allSkipped = (subjects: readonly Subject[]): Finding[] =>
  subjects.map((subject) => skipped(subject));

/** @param given undefined where the settings name no application */
export async function examineTenant(
  given: MicrosoftSettings | undefined,
  tenantId: string,
  limits: CallLimits = usualLimits,
): Promise<Finding[]> {
  if (!given) {
    return [broken(settings, 'settings'), ...allSkipped([signIn, token, ...afterToken])];
  }
  const microsoft = openMicrosoft(given, limits);
  try {
    const { login, graph: cloudGraph } = clouds[given.cloud];
    const reached = await tried(signIn, () => answers(given.loginUrl ?? login, limits));
    if (reached.state === 'failed') {
      return [well(settings), reached, ...allSkipped([token, ...afterToken])];
    }
    const rest = await afterSignIn(microsoft, tenantId, () =>
      answers(given.graphUrl ?? cloudGraph, limits),
    );
    return [well(settings), reached, ...rest];
  } finally {
    await microsoft.close();
  }
}

async function afterSignIn(
  microsoft: Microsoft,
  tenantId: string,
  reachGraph: () => Promise<void>,
): Promise<Finding[]> {
  let shown: string;
  try {
    shown = await microsoft.tokens.token(tenantId);
  } catch (error) {
    return [brokenBy(token, error), ...allSkipped(afterToken)];
  }
  const reached = await tried(graph, reachGraph);
  const read =
    reached.state === 'ok' ? await readAll(microsoft, tenantId) : allSkipped(readSubjects);
  return [well(token), ...permissionFindings(shown), reached, ...read];
}

function permissionFindings(shown: string): Finding[] {
  const granted = grantedPermissions(shown);
  return permissionSubjects.map(({ permission, subject }) => {
    if (!granted) return skipped(subject, 'tokenUnreadable');
    if (isGranted(permission, granted)) return well(subject);
    const isLater = laterPermissions.some(({ name }) => name === permission.name);
    return isLater ? skipped(subject, 'consentLater') : broken(subject, 'consent');
  });
}

async function readAll({ graph, directory }: Microsoft, tenantId: string): Promise<Finding[]> {
  const reads = readings.map(({ read }) => read);
  let results: (unknown[] | UpgraderaError)[];
  try {
    results = await graph.batch(tenantId, reads);
  } catch (error) {
    return readSubjects.map((subject) => brokenBy(subject, error));
  }
  const findings = readings.map(({ subject }, at) => {
    const result = results[at];
    return result instanceof UpgraderaError ? brokenBy(subject, result) : well(subject);
  });
  const users = results.at(reads.indexOf(anyUserRead));
  const [person] = Array.isArray(users) ? (users as GraphUser[]) : [];
  if (!person) return [...findings, skipped(rolesSubject, 'noUser')];
  const roles = await tried(rolesSubject, async () => {
    const { entra } = await directory.roles(tenantId, person.id);
    if (!isKnown(entra)) throw new UpgraderaError('connection.no-permission', 'roles of a person');
  });
  return [...findings, roles];
}
