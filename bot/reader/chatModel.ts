/** A language model behind chat completions, of OpenAI, of Azure, or of whoever speaks the same. */
import { type Read, type ReadingContext, readSchema } from '../../understanding/reader.ts';
import { answerFormat } from './answerFormat.ts';
import { type Answered, askForCompletion, type Completion, parseJson } from './completion.ts';
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

/** @param limit milliseconds for one call as a whole */
export function openModel(settings: ReaderSettings, limit: number): Model {
  return async (text, context) => {
    const question = {
      model: settings.model,
      messages: messagesFor(text, context),
      response_format: answerFormat,
      max_completion_tokens: mostTokens,
    };
    const answered = await askForCompletion(settings, question, limit);
    if (answered.is !== 'completion') return { read: failureOf(answered), tokens: 0 };
    const { completion } = answered;
    return { read: readIn(completion), tokens: completion.usage?.total_tokens ?? 0 };
  };
}

function readIn({ choices }: Completion): Read | ModelFailure {
  const [choice] = choices ?? [];
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') return 'refused';
  const parsed = readSchema.safeParse(parseJson(choice?.message?.content ?? ''));
  return parsed.success ? parsed.data : 'malformed';
}

function failureOf(answered: Exclude<Answered, { is: 'completion' }>): ModelFailure {
  if (answered.is !== 'error') return answered.is;
  const { status, code } = answered;
  if (code === 'content_filter') return 'refused';
  if (status === 401 || status === 403) return 'unauthorised';
  return status === 429 ? 'throttled' : 'failed';
}
