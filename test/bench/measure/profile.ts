/** Where the CPU time of a turn goes: a profile of V8, summed up by the rooms of the house. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string };
    children?: number[];
  }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

type Node = Profile['nodes'][number];

/** The first that fits, from the innermost frame outwards. */
const areas: readonly [name: string, pattern: RegExp][] = [
  ['GC', /^\(garbage collector\)/],
  ['idle', /^\(idle\)/],
  ['native', /^\(program\)/],
  ['HTTP out', /\/bot\/sdk\/(lean|connector)|node:_http_(client|agent)/],
  ['HTTP in', /\/bot\/http\/|\/restify\/|node:_http_(server|incoming)/],
  ['storage', /\/storage\/|\/(lowdb|pg|pg-pool|pg-protocol)\/|node:(internal\/)?fs/],
  ['dialogs', /\/dialogs\//],
  ['understanding', /\/understanding\//],
  ['cards', /\/cards\//],
  ['sandbox', /\/sandbox\//],
  ['commerce', /\/commerce\//],
  ['locales', /\/locales\//],
  ['SDK', /\/(botbuilder|botframework)[\w-]*\//],
  ['turn', /\/bot\//],
];

/**
 * @param folder where V8 left its profiles, the main thread's first
 * @param span milliseconds since its beginning that count
 * @returns milliseconds of CPU time by area, most first
 */
export async function timeByArea(
  folder: string,
  span: { from: number; until: number },
): Promise<Map<string, number>> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile')).sort();
  const profile: Profile = JSON.parse(await readFile(join(folder, file ?? ''), 'utf8'));
  const areaOf = areasOf(profile.nodes);
  const times = new Map<string, number>();
  let passed = 0;
  for (const [index, id] of profile.samples.entries()) {
    const area = areaOf.get(id) ?? 'other';
    const took = (profile.timeDeltas[index] ?? 0) / 1_000;
    passed += took;
    const counts = passed > span.from && passed < span.until;
    if (area !== 'idle' && counts) times.set(area, (times.get(area) ?? 0) + took);
  }
  return new Map([...times].sort(([, a], [, b]) => b - a));
}

function areasOf(nodes: readonly Node[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<number, string>();
  const visit = (node: Node, around: string): void => {
    const { functionName, url } = node.callFrame;
    const place = `${functionName} ${url}`;
    const area = areas.find(([, pattern]) => pattern.test(place))?.[0] ?? around;
    found.set(node.id, area);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, area);
    }
  };
  if (nodes[0]) visit(nodes[0], 'other');
  return found;
}
