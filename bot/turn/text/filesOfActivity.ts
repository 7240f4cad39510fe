/** The files that came with a message, as they can be passed on to somebody else: by link, unread. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { mask } from '../../../commerce/base/mask.ts';
import { mostFiles, type PassedFile } from '../../../commerce/support/parts/passedFile.ts';

const attachmentSchema = z.object({
  contentType: z.string(),
  contentUrl: z.string().min(1),
  name: z.string().nullish(),
});

const inTeams = 'application/vnd.microsoft.teams.file.download.info';
/** Characters. */
const longest = { name: 120, url: 2_000 };

/** What is kept there opens for the bot alone. */
const ofChannels =
  /(?:^|\.)(?:botframework\.(?:com|azure\.us)|trafficmanager\.net|skype\.com|teams\.microsoft\.(?:com|us))$/;
/** Its owner says who may open what is there. */
const ofOwners = /(?:^|\.)(?:sharepoint\.com|sharepoint\.us|onedrive\.com|1drv\.ms)$/;

export function filesOfActivity({ attachments = [] }: Activity): PassedFile[] {
  return attachments
    .flatMap((one) => attachmentSchema.safeParse(one).data ?? [])
    .slice(0, mostFiles)
    .map(({ contentType, contentUrl, name }) => {
      const named = mask((name || contentType).slice(0, longest.name));
      const url = linkOf(contentUrl);
      if (!url) return { name: named };
      const needsAccess = contentType === inTeams || ofOwners.test(url.hostname);
      return { name: named, url: url.href, ...(needsAccess ? { needsAccess } : {}) };
    });
}

function linkOf(text: string): URL | undefined {
  if (text.length > longest.url || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain && !ofChannels.test(url.hostname) ? url : undefined;
}
