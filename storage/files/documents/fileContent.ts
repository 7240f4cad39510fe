/** A document as it stands in its file. */
import { z } from 'zod';
import { UpgraderaError } from '../../../commerce/base/errors.ts';

const headSchema = z.object({ version: z.int().positive(), id: z.string() });
const contentSchema = headSchema.extend({ document: z.unknown() });
export type FileContent = z.infer<typeof contentSchema>;

/** Where the head ends; within a text it could stand only with its quotes escaped. */
const afterHead = ',"document":';

/** @returns the document's text; `idInContent` relies on the order. */
export function contentText({ version, id, document }: FileContent): string {
  return JSON.stringify({ version, id, document });
}

/** @param path for the error. @throws storage.damaged */
export function parseContent(text: string, path: string): FileContent {
  return checked(contentSchema, text, path);
}

/** Without reading more than the head. @param path for the error. @throws storage.damaged */
export function idInContent(bytes: Buffer, path: string): string {
  const end = Math.max(0, bytes.indexOf(afterHead));
  return checked(headSchema, `${bytes.toString('utf8', 0, end)}}`, path).id;
}

function checked<T>(schema: z.ZodType<T>, text: string, path: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new UpgraderaError('storage.damaged', path, error);
  }
}
