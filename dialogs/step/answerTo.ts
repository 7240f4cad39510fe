import type { Told } from '../../cards/answers/answerCard.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { Turn } from './turn.ts';

/**
 * What we have to say to a question in free text; undefined when nothing.
 * @param text what was typed, or the part of it that asks
 */
export type AnswerTo = (turn: Turn, text: string, subject: Subject) => Promise<Told | undefined>;
