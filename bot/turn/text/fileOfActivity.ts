/** The file that came with a message, as Teams sends it in a personal chat. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { AttachedFile } from '../../../commerce/ports/attachedFiles.ts';

const fileSchema = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(512).default(''),
  content: z.object({ downloadUrl: z.url({ protocol: /^https?$/ }).max(4096) }),
});

/** The first of several. */
export function fileOfActivity({ attachments = [] }: Activity): AttachedFile | undefined {
  for (const attachment of attachments) {
    const read = fileSchema.safeParse(attachment);
    if (read.success) return { name: read.data.name, url: read.data.content.downloadUrl };
  }
  return undefined;
}
