/** What was sent: a press of a button (Action.Submit or Action.Execute) or text. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { verbs } from '../../cards/cards.ts';
import { submissionOf } from '../../cards/kit/submission.ts';
import { textOfActivity } from './text/textOfActivity.ts';

const submissionSchema = submissionOf(verbs);

export interface Press {
  submission: z.infer<typeof submissionSchema>;
  /** What the inputs of the card said, unchecked. */
  inputs: Record<string, unknown>;
  /** Answered with a card in place of the pressed one; else the card is updated. */
  execute: boolean;
}

const executeSchema = z.object({
  action: z.object({ verb: z.string(), data: z.looseObject({}) }),
});

/** What clients ask of bots besides buttons of cards: sign-in, dialogs of Teams, message extensions, … */
export function isForeignInvoke({ type, name }: Activity): boolean {
  return type === 'invoke' && name !== 'adaptiveCard/action';
}

/** @returns undefined when the activity is no press, `unreadable` when it is one of nobody's cards. */
export function pressOf(activity: Activity): Press | 'unreadable' | undefined {
  if (activity.type === 'invoke') {
    const parsed = executeSchema.safeParse(activity.value);
    return parsed.success
      ? readData({ verb: parsed.data.action.verb, ...parsed.data.action.data }, true)
      : 'unreadable';
  }
  const { value } = activity;
  if (value === undefined || value === null) return undefined;
  const press = typeof value === 'object' ? readData(value, false) : 'unreadable';
  // Clients put all kinds of things beside what was typed.
  return press === 'unreadable' && textOfActivity(activity) !== '' ? undefined : press;
}

function readData(data: object, execute: boolean): Press | 'unreadable' {
  const parsed = submissionSchema.safeParse(data);
  if (!parsed.success) return 'unreadable';
  const ours = new Set(Object.keys(submissionSchema.shape));
  const inputs = Object.fromEntries(Object.entries(data).filter(([key]) => !ours.has(key)));
  return { submission: parsed.data, inputs, execute };
}
