/** What has to be set for a reader: where a language model answers, and how often it may be asked. */
import { z } from 'zod';
import { keepsSecrets } from '../loopback.ts';

export interface ReaderSettings {
  kind: 'openai' | 'azure';
  /** `openai`: what stands before `/chat/completions`. `azure`: the address of the resource. */
  url: string;
  key: string;
  /** `azure`: the name of the deployment. */
  model: string;
  /** Of Azure. */
  apiVersion: string;
  /** Of one tenant. */
  callsPerDay: number;
}

/** The key, and what people write, go there. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return keepsSecrets(url) && !(url.username || url.search || url.hash);
}

/** The first version that keeps an answer to a form for good. */
const azureVersion = '2024-10-21';
const defaultCalls = 200;
const oneWord = z.string().regex(/^[\x21-\x7e]+$/, 'must be one word of plain letters');

/** Each may be left out. */
export const readerVariables = {
  READER_URL: z
    .string()
    .refine(isSafe, 'must be an https address without a query; http on this machine only')
    .optional(),
  READER_KEY: oneWord.optional(),
  READER_MODEL: oneWord.optional(),
  READER_KIND: z.literal(['openai', 'azure'], 'must be openai or azure').optional(),
  READER_API_VERSION: z
    .string()
    .regex(/^[\w.-]+$/, `must be a version like ${azureVersion}`)
    .optional(),
  READER_CALLS_PER_DAY: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a whole number from 1 to 999999')
    .transform(Number)
    .optional(),
};

type Variables = {
  [Name in keyof typeof readerVariables]?: z.infer<(typeof readerVariables)[Name]>;
};

const needed = ['READER_URL', 'READER_KEY', 'READER_MODEL'] as const;
const all = [...needed, 'READER_KIND', 'READER_API_VERSION', 'READER_CALLS_PER_DAY'] as const;

/** What one variable asks of the others. */
export const readerAgreements: { broken: (variables: Variables) => boolean; line: string }[] = [
  ...needed.map((name) => ({
    broken: (v: Variables) => v[name] === undefined && all.some((other) => v[other] !== undefined),
    line: `${name}: is missing although another READER_ variable is set; without any there is no reader`,
  })),
  {
    broken: (v) => v.READER_API_VERSION !== undefined && v.READER_KIND !== 'azure',
    line: 'READER_API_VERSION: is only for READER_KIND=azure',
  },
];

/** @returns undefined where none is set up. @param v as the agreements allow */
export function readerSettingsIn(v: Variables): ReaderSettings | undefined {
  const { READER_URL: url, READER_KEY: key, READER_MODEL: model } = v;
  if (url === undefined || key === undefined || model === undefined) return undefined;
  return {
    kind: v.READER_KIND ?? 'openai',
    url,
    key,
    model,
    apiVersion: v.READER_API_VERSION ?? azureVersion,
    callsPerDay: v.READER_CALLS_PER_DAY ?? defaultCalls,
  };
}
