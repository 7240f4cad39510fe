/** Which file imports which, types included. */
import { dirname, join } from 'node:path/posix';
import { type ProjectFile, scripts } from './projectFiles.ts';

const importing =
  /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** What a script names after `from`. */
export function specifiersOf({ text }: ProjectFile): string[] {
  return [...text.matchAll(importing)].map(([, still, dynamic]) => still ?? dynamic ?? '');
}

export const isOurs = (specifier: string): boolean => specifier.startsWith('.');

/** Paths of the files of ours that a script imports. */
export function importsOf(file: ProjectFile): string[] {
  return specifiersOf(file)
    .filter(isOurs)
    .map((specifier) => join(dirname(file.path), specifier));
}

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The imports of all scripts; packages stand for themselves.
 * @param nodeOf what stands for a file, such as its folder; a file within the same is no import
 */
export function importGraph(nodeOf: (path: string) => string): Graph {
  const graph = new Map<string, Set<string>>();
  for (const file of scripts) {
    const from = nodeOf(file.path);
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const name of specifiersOf(file).filter((one) => !isOurs(one))) targets.add(name);
    for (const target of importsOf(file).map(nodeOf)) if (target !== from) targets.add(target);
  }
  return graph;
}

/** Groups whose members reach each other, each sorted: empty where nothing goes round. */
export function circlesIn(graph: Graph): string[][] {
  const reachable = new Map([...graph.keys()].map((node) => [node, reachedFrom(node, graph)]));
  const circles = new Set<string>();
  for (const [node, reached] of reachable) {
    const group = [...reached].filter((other) => reachable.get(other)?.has(node));
    if (group.length > 0) circles.add(group.sort().join(' '));
  }
  return [...circles].map((group) => group.split(' '));
}

/** All that can be reached, the node itself only where a way leads back to it. */
export function reachedFrom(node: string, graph: Graph): Set<string> {
  const reached = new Set<string>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of graph.get(next) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}
