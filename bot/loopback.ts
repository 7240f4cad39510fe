/** What leads to this very machine and nowhere else. */
import { isIP } from 'node:net';

/** @param host a name or an address, as an URL or a `Host` header has it; IPv6 with or without brackets */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

/** Whether what is sent there stays secret: `http` says everything aloud that goes over a network. */
export function keepsSecrets({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
