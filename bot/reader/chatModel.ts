/** A language model behind chat completions, of OpenAI, of Azure, or of whoever speaks the same. */
import type { OpenAI } from 'openai';
import { type Read, type ReadingContext, readSchema } from '../../understanding/reader.ts';
import { EnvironmentError } from '../environmentError.ts';
import { answerFormat } from './answerFormat.ts';
import { messagesFor } from './messages.ts';
import type { ReaderSettings } from './settings.ts';

/**
 * Why there is no answer. Of the service: `late`, `unreachable`, `unauthorised`, `throttled`, `failed`. Of the
 * text: `refused` by the model or its filter, `malformed` when the answer has not the form.
 */
export type ModelFailure =
  | 'late'
  | 'unreachable'
  | 'unauthorised'
  | 'throttled'
  | 'failed'
  | 'refused'
  | 'malformed';

export interface ModelAnswer {
  /** What it said, or why it did not. */
  read: Read | ModelFailure;
  /** What it took. */
  tokens: number;
}

export type Model = (text: string, context: ReadingContext) => Promise<ModelAnswer>;

/** The longest answer takes a third of it. */
const mostTokens = 300;

/**
 * The client is loaded here and only here: it is no part of the production packages.
 * @param limit milliseconds for one call as a whole
 * @throws EnvironmentError when it is not installed
 */
export async function openModel(settings: ReaderSettings, limit: number): Promise<Model> {
  const sdk = await import('openai').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new EnvironmentError([
      'READER_URL: needs a package that is not installed: npm install --no-save openai',
    ]);
  });
  const client = clientFor(sdk, settings, limit);
  return async (text, context) => {
    try {
      const completion = await client.chat.completions.create(
        {
          model: settings.model,
          messages: messagesFor(text, context),
          response_format: answerFormat,
          max_completion_tokens: mostTokens,
        },
        { signal: AbortSignal.timeout(limit) },
      );
      return { read: readIn(completion), tokens: completion.usage?.total_tokens ?? 0 };
    } catch (error) {
      return { read: failureOf(sdk, error), tokens: 0 };
    }
  };
}

function clientFor(
  sdk: typeof import('openai'),
  { kind, url, key, model, apiVersion }: ReaderSettings,
  limit: number,
): OpenAI {
  const options = {
    apiKey: key,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: limit,
    logLevel: 'off' as const,
    // The key goes where it was meant to go, or nowhere.
    fetchOptions: { redirect: 'error' as const },
  };
  return kind === 'azure'
    ? new sdk.AzureOpenAI({ ...options, endpoint: url, apiVersion, deployment: model })
    : new sdk.OpenAI({ ...options, baseURL: url });
}

function readIn({ choices }: OpenAI.Chat.ChatCompletion): Read | ModelFailure {
  const [choice] = choices ?? [];
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') return 'refused';
  const parsed = readSchema.safeParse(parseJson(choice?.message?.content ?? ''));
  return parsed.success ? parsed.data : 'malformed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(sdk: typeof import('openai'), error: unknown): ModelFailure {
  if (error instanceof sdk.APIUserAbortError) return 'late';
  if (error instanceof sdk.APIConnectionTimeoutError) return 'late';
  if (error instanceof sdk.APIConnectionError) return 'unreachable';
  if (error instanceof SyntaxError) return 'malformed';
  if (!(error instanceof sdk.APIError)) return 'failed';
  if (error.code === 'content_filter') return 'refused';
  if (error.status === 401 || error.status === 403) return 'unauthorised';
  return error.status === 429 ? 'throttled' : 'failed';
}
