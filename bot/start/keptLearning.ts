/** What the bot has learned of sentences, kept for the next start: to learn it anew takes a fifth of a second. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { LearningMemory } from '../../understanding/intents/meant.ts';
import { isOwnFolder } from './compiled.js';

/** All that learning depends on: sentences, and how they are read. */
const rooms = ['understanding', 'locales', 'commerce'] as const;
const root = join(import.meta.dirname, '../..');
const digestLength = 32;

/**
 * Keeps it in the data folder, which nobody else may write. It is learned anew when anything has changed that it was
 * learned from or with, when it can't be read and when it can't be kept.
 */
export function keptLearning(dataDir: string): LearningMemory {
  const folder = join(dataDir, '.learned');
  const file = join(folder, 'intents');
  const key = keyOfSources();
  return {
    recall: () => {
      try {
        const bytes = readFileSync(file);
        const content = bytes.subarray(digestLength);
        const isWhole = digestOf(key, content).equals(bytes.subarray(0, digestLength));
        return isWhole ? deserialize(content) : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (learned) => {
      const content = serialize(learned);
      const fresh = `${file}.${process.pid}`;
      try {
        if (!isOwnFolder(folder)) return;
        writeFileSync(fresh, Buffer.concat([digestOf(key, content), content]), { mode: 0o600 });
        renameSync(fresh, file);
      } catch {
        // What is wrong with the folder is told when the storage is opened.
      }
    },
  };
}

const digestOf = (key: string, content: Buffer): Buffer =>
  createHash('sha256').update(key).update(content).digest();

/** Their contents: times of files say little after a copy. */
function keyOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of rooms) {
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
    for (const name of files.filter((path) => /\.(?:ts|json)$/.test(path)).sort()) {
      hash.update(name).update(readFileSync(join(root, room, name)));
    }
  }
  return hash.digest('hex');
}
