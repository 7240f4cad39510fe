/** A directory in memory that other processes change over HTTP: it outlives them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { UserLicences } from '../../../commerce/ports/userLicences.ts';

const callSchema = z.object({
  call: z.enum(['page', 'users', 'groups', 'services', 'capacity', 'change']),
  given: z.array(z.unknown()),
});

export async function serveDirectory(
  licences: UserLicences,
): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const { call, given } = callSchema.parse(JSON.parse(await text(request)));
    const ask = licences[call] as (...given: unknown[]) => Promise<unknown>;
    response.end(JSON.stringify(await ask.apply(licences, given)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server };
}

export function directoryAt(url: string): UserLicences {
  const ask =
    (call: string) =>
    async (...given: unknown[]) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ call, given }) });
      return answer.json();
    };
  const calls = ['page', 'users', 'services', 'capacity', 'change'];
  return Object.fromEntries(calls.map((call) => [call, ask(call)])) as unknown as UserLicences;
}
