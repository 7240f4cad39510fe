/** Reads files that people have sent, from where Teams keeps them: the sender's OneDrive. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { AttachedFile, AttachedFiles } from '../../commerce/ports/attachedFiles.ts';
import { isLoopback } from '../loopback.ts';

/** Bytes; a list of 100,000 users is smaller. */
export const longestFile = 8 * 1024 * 1024;
/** Milliseconds for a file as a whole: a turn waits for it. */
const limit = 5_000;

/** SharePoint in the public cloud, GCC High, DoD and 21Vianet. */
const homes: readonly string[] = [
  '.sharepoint.com',
  '.sharepoint.us',
  '.sharepoint-mil.us',
  '.sharepoint.cn',
];

/** A message only claims an address: who could choose it freely could have the bot read from any machine that it reaches. */
function mayRead(address: string, authenticates: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  if (!authenticates) return isLoopback(hostname);
  return protocol === 'https:' && port === '' && homes.some((home) => hostname.endsWith(home));
}

/** @param authenticates whether senders are; else files are on this machine */
export function attachedFiles({ authenticates }: { authenticates: boolean }): AttachedFiles {
  return {
    read: async ({ url }: AttachedFile) => {
      if (!mayRead(url, authenticates)) throw new UpgraderaError('file.unreachable', 'not allowed');
      return textOf(await bytesOf(url));
    },
  };
}

async function bytesOf(url: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const signal = AbortSignal.timeout(limit);
    const answer = await fetch(url, { redirect: 'error', signal });
    if (!answer.ok) throw new UpgraderaError('file.unreachable', String(answer.status));
    for await (const chunk of answer.body ?? []) {
      length += chunk.length;
      if (length > longestFile) throw new UpgraderaError('file.too-large', `${length} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof UpgraderaError) throw error;
    throw new UpgraderaError('file.unreachable', 'broke off', error);
  }
  return Buffer.concat(chunks);
}

/** What spreadsheets save as text: UTF-8, UTF-16 with its mark, or Windows' own letters. @throws file.no-text */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (bytes.includes(0)) throw new UpgraderaError('file.no-text', `${bytes.length} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded('windows-1252', bytes);
  }
}

const decoded = (encoding: string, bytes: Buffer): string =>
  new TextDecoder(encoding).decode(bytes);
