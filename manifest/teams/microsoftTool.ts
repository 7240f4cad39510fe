/** Microsoft's command-line tool for Teams, which is fetched when it is needed and is no part of this project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const tool = '@microsoft/teams.cli@3.0.3';
const fetched = ['--yes', '--package', tool, '--', 'teams'];

/** What to type to do the same by hand. */
export function commandLine(args: readonly string[]): string {
  const words = ['npx', ...fetched, ...args];
  return words.map((word) => (/^[\w@./:=,-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

/** What it said, or why it did not do it, in its own words. */
export type ToolAnswer = { said: unknown } | { refusal: string };

const refusalSchema = z.looseObject({
  ok: z.literal(false),
  error: z.looseObject({ message: z.string(), suggestion: z.string().optional() }),
});

/** Questions are answered with yes: people were asked before. */
export async function askTool(args: readonly string[]): Promise<ToolAnswer> {
  const { printed, status } = await run([...args, '--json', '--yes', '--disable-auto-update']);
  const said = jsonIn(printed);
  const refusal = refusalSchema.safeParse(said);
  if (refusal.success) {
    const { message, suggestion } = refusal.data.error;
    return { refusal: [message, suggestion].filter(Boolean).join(' ') };
  }
  if (said === undefined) return { refusal: `${printed.trim() || `exit code ${status}`}` };
  return { said };
}

/** Lets the person talk to it. @returns whether it ended well */
export async function handOver(args: readonly string[]): Promise<boolean> {
  const child = start(args, 'inherit');
  const [status] = await once(child, 'close').catch(() => [1]);
  return status === 0;
}

async function run(args: readonly string[]): Promise<{ printed: string; status: number | null }> {
  const child = start(args, 'pipe');
  const ended = once(child, 'close').catch((error: Error) => [error.message]);
  const printed = child.stdout ? await text(child.stdout) : '';
  const [status] = await ended;
  return { printed, status };
}

/** By the npm that runs this script, else by the one that is found. */
function start(args: readonly string[], stdout: 'inherit' | 'pipe') {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm, 'exec'] : ['npx'];
  return spawn(command, [...first, ...fetched, ...args], {
    stdio: [stdout === 'inherit' ? 'inherit' : 'ignore', stdout, 'inherit'],
  });
}

/** Something else may be printed before it. */
function jsonIn(printed: string): unknown {
  try {
    return JSON.parse(printed.slice(printed.indexOf('{')));
  } catch {
    return undefined;
  }
}
