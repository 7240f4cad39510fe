/** One question to a service of chat completions and its answer. */
import { z } from 'zod';
import type { ReaderSettings } from './settings.ts';

/** Of an answer: what we look at. */
const completionSchema = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z
          .looseObject({ content: z.string().nullish(), refusal: z.string().nullish() })
          .nullish(),
      }),
    )
    .nullish(),
  usage: z.looseObject({ total_tokens: z.number() }).nullish(),
});
export type Completion = z.infer<typeof completionSchema>;

const errorSchema = z.looseObject({
  error: z.looseObject({ code: z.unknown() }).nullish(),
});

/** `late` and `unreachable` when there is no whole answer, `malformed` when it is no completion. */
export type Answered =
  | { is: 'completion'; completion: Completion }
  | { is: 'error'; status: number; code: unknown }
  | { is: 'late' | 'unreachable' | 'malformed' };

/** @param limit milliseconds for the call as a whole; it never rejects */
export async function askForCompletion(
  settings: ReaderSettings,
  question: object,
  limit: number,
): Promise<Answered> {
  let status: number;
  let text: string;
  try {
    const answer = await fetch(addressOf(settings), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Upgradera',
        ...keyOf(settings),
      },
      body: JSON.stringify(question),
      // The key goes where it was meant to go, or nowhere.
      redirect: 'error',
      signal: AbortSignal.timeout(limit),
    });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { is: isLate ? 'late' : 'unreachable' };
  }
  const json = parseJson(text);
  if (status < 200 || status > 299) {
    return { is: 'error', status, code: errorSchema.safeParse(json).data?.error?.code };
  }
  const read = completionSchema.safeParse(json);
  return read.success ? { is: 'completion', completion: read.data } : { is: 'malformed' };
}

function addressOf({ kind, url, model, apiVersion }: ReaderSettings): string {
  const base = url.replace(/\/+$/, '');
  return kind === 'azure'
    ? `${base}/openai/deployments/${encodeURIComponent(model)}/chat/completions?api-version=${apiVersion}`
    : `${base}/chat/completions`;
}

const keyOf = ({ kind, key }: ReaderSettings): Record<string, string> =>
  kind === 'azure' ? { 'api-key': key } : { authorization: `Bearer ${key}` };

/** @returns undefined when it is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
