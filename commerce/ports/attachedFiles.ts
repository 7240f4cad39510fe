/** Files that people send along with a message. */

export interface AttachedFile {
  name: string;
  /** Where its content is, without further proof of who asks, for some minutes. */
  url: string;
}

export interface AttachedFiles {
  /** @returns its content. @throws file.unreachable, file.too-large, file.no-text */
  read(file: AttachedFile): Promise<string>;
}
