/** What the checks look at: everything is asked beforehand, so that a check is a plain function. */
import type { Finding } from '../../../bot/compose/backend.ts';
import type { Environment } from '../../../bot/environment.ts';
import type { ChannelAnswer } from './askEndpoint.ts';
import type { PackageFacts } from './packageFacts.ts';

export interface Setup {
  /** Variables that are set, as they are. */
  env: Readonly<Record<string, string>>;
  /** Absent when it does not hold together: then there are lines. */
  environment?: Environment;
  settingLines: readonly string[];
  /** As it was given or follows from `PUBLIC_URL`. */
  endpoint?: string;
  /** What it answers to somebody who is not the channel; absent where there is no address to ask. */
  answer?: ChannelAnswer;
  /** Absent where the tools for it are not installed. */
  app?: PackageFacts;
  folder: 'writable' | 'missing' | 'unwritable';
  /** Seconds that our clock is ahead of Microsoft's; absent when that can't be told. */
  secondsAhead?: number;
  /** Whether the bot can sign in to the channel. */
  signIn: Finding;
}

/** Undefined when all is well. `advice` is a key under `teamsTool.advice`. */
export type Verdict = { advice: string; detail?: string; isAsked?: false } | undefined;

export interface Check {
  /** Key under `teamsTool.checks`. */
  check: string;
  /** Whether nothing works without it. */
  isNeeded: boolean;
  look: (setup: Setup) => Verdict;
}

export const wrong = (advice: string, detail?: string): Verdict => ({
  advice,
  ...(detail === undefined ? {} : { detail }),
});

export const notAsked = (advice: string): Verdict => ({ advice, isAsked: false });

/** The first that holds. */
export function firstOf(cases: readonly [holds: boolean, advice: string][]): Verdict {
  const found = cases.find(([holds]) => holds);
  return found && wrong(found[1]);
}
