/** What the Dockerfile and `.dockerignore` say. */
import assert from 'node:assert/strict';
import { read } from '../house/read.ts';

export interface Step {
  keyword: string;
  rest: string;
}

/** Each on one line, as ours are. */
export function stepsIn(dockerfile: string): Step[] {
  const lines = dockerfile
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, keyword = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    assert.ok(keyword !== '' && !rest.endsWith('\\'), `not one step on one line: ${line}`);
    return { keyword, rest };
  });
}

/** What `.dockerignore` lets through: names in the project's folder. */
export function sentAlong(): string[] {
  const [all, ...kept] = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  assert.equal(all, '*');
  return kept.map((line) => {
    const [, name] = /^!([\w.-]+)$/.exec(line) ?? [];
    assert.ok(name, `not the name of something: ${line}`);
    return name;
  });
}
