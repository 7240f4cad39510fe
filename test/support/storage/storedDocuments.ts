/** Orders and quotes in a bot's data folder, while it runs: as its journals and files hold them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { type Order, orderSchema } from '../../../commerce/model/order.ts';
import { type Quote, quoteSchema } from '../../../commerce/model/quote.ts';
import { type FileContent, parseContent } from '../../../storage/files/documents/fileContent.ts';
import { readJournalLines } from '../../../storage/files/journal/journalLines.ts';

export const storedOrders = (dataDir: string): Promise<Order[]> =>
  storedDocuments(dataDir, 'orders', orderSchema);

export const storedQuotes = (dataDir: string): Promise<Quote[]> =>
  storedDocuments(dataDir, 'quotes', quoteSchema);

export async function storedDocuments<T>(
  dataDir: string,
  collection: string,
  schema: z.ZodType<T>,
): Promise<T[]> {
  // Journals first: what is in none of them any more is in its file.
  const journals = await textsOf(dataDir, /^journal-\d+\.log$/);
  const lines = journals.flatMap((journal) => readJournalLines(Buffer.from(journal)).entries);
  const files = await textsOf(dataDir, new RegExp(`^${collection}\\b.*\\.json$`));
  const texts = [
    ...files,
    ...lines.filter((line) => line.collection === collection).map(({ bytes }) => bytes.toString()),
  ];
  const newest = new Map<string, FileContent>();
  for (const kept of texts.map((text) => parseContent(text, dataDir))) {
    if ((newest.get(kept.id)?.version ?? 0) < kept.version) newest.set(kept.id, kept);
  }
  return [...newest.values()].map(({ document }) => schema.parse(document));
}

async function textsOf(dataDir: string, name: RegExp): Promise<string[]> {
  const names = (await readdir(dataDir, { recursive: true })).filter((file) => name.test(file));
  // One that is gone meanwhile was a journal whose lines are in files now.
  const read = (file: string) => readFile(path.join(dataDir, file), 'utf8').catch(() => '');
  return (await Promise.all(names.map(read))).filter((text) => text !== '');
}
