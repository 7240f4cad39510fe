/** How an application proves who it is. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { NodeAuthOptions } from '@azure/msal-node';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { assertionOfIdentity } from './managedIdentity.ts';

export type Credential =
  | { kind: 'secret'; secret: string }
  /** PEM with the private key and the certificate. */
  | { kind: 'certificate'; file: string }
  /** A token of another identity provider, such as that of a cluster, which renews the file. */
  | { kind: 'federated'; file: string }
  /** The identity of the machine in Azure, or one that it was assigned. */
  | { kind: 'managedIdentity'; clientId?: string };

type Proof = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

const certificates = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const privateKey =
  /-----BEGIN (RSA |EC )?PRIVATE KEY-----[^-]+-----END (RSA |EC )?PRIVATE KEY-----/;

/**
 * @param login origin where the application signs in
 * @throws connection.app-refused when a file can't be used
 */
export function proofOf(credential: Credential, login: string): Proof {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  if (credential.kind === 'certificate') return { clientCertificate: certificateIn(credential) };
  if (credential.kind === 'managedIdentity') {
    return { clientAssertion: assertionOfIdentity(credential.clientId, login) };
  }
  return {
    clientAssertion: async () =>
      (await readFile(credential.file, 'utf8').catch(() => unusable(credential))).trim(),
  };
}

function certificateIn(credential: Credential & { kind: 'certificate' }) {
  try {
    const pem = readFileSync(credential.file, 'utf8');
    const chain = pem.match(certificates) ?? [];
    const [key = ''] = privateKey.exec(pem) ?? [];
    const { fingerprint256 } = new X509Certificate(chain[0] ?? '');
    if (key === '') return unusable(credential);
    return {
      thumbprintSha256: fingerprint256.replaceAll(':', ''),
      privateKey: key,
      x5c: chain.join('\n'),
    };
  } catch {
    return unusable(credential);
  }
}

function unusable({ kind, file }: Extract<Credential, { file: string }>): never {
  throw new UpgraderaError('connection.app-refused', `${kind}: ${file} can't be used`);
}
