/** How the tool speaks, and asks. */
import { createInterface } from 'node:readline/promises';
import type { Localiser } from '../../locales/localiser.ts';
import type { Task } from './checklist.ts';
import { commandOf, type Step } from './steps.ts';

export class Voice {
  readonly #t: Localiser['t'];

  constructor({ t }: Localiser) {
    this.#t = t;
  }

  say(key: string, values: Record<string, string> = {}): void {
    process.stdout.write(`${this.#t(`teamsTool.${key}`, values)}\n`);
  }

  /** As it is: a line for somebody to look into. */
  show(line: string): void {
    process.stdout.write(`    ${line}\n`);
  }

  /** In the end, what went wrong. */
  refuse(key: string, details: readonly string[] = [], values: Record<string, string> = {}): false {
    const lines = [this.#t(`teamsTool.${key}`, values), ...details.map((line) => `    ${line}`)];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
    return false;
  }

  plan(steps: readonly Step[], tasks: readonly Task[]): void {
    this.say('willDo');
    for (const [at, step] of steps.entries()) {
      process.stdout.write(`${at + 1}. ${this.#t(`teamsTool.steps.${step.key}`, step.values)}\n`);
      const command = commandOf(step);
      if (command !== undefined) this.show(command);
    }
    this.tasks('leftForLater', tasks);
  }

  tasks(heading: string, tasks: readonly Task[]): void {
    process.stdout.write('\n');
    this.say(heading);
    for (const { key, values, link } of tasks) {
      process.stdout.write(`[ ] ${this.#t(`teamsTool.tasks.${key}`, values)}\n`);
      if (link !== undefined) this.show(link);
    }
    process.stdout.write('\n');
  }

  /** Anything but a yes is none. Where nobody can be asked nothing is done. */
  async agreed(): Promise<boolean> {
    if (!process.stdin.isTTY) return this.refuse('nobodyToAsk');
    const reader = createInterface({ input: process.stdin, output: process.stdout });
    const said = await reader.question(`${this.#t('teamsTool.goOn')} `);
    reader.close();
    const isYes = /^(y|yes|j|ja)$/i.test(said.trim());
    if (!isYes) this.say('nothingDone');
    return isYes;
  }
}
