import assert from 'node:assert/strict';
import { type ProjectFile, projectFiles, scripts, sources } from './projectFiles.ts';

const linesOf = ({ text }: ProjectFile): number => text.trimEnd().split('\n').length;

function placesOf(files: ProjectFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : [])),
  );
}

describe('the files of the house', () => {
  it('have at most 250 lines each', () => {
    const code = projectFiles.filter(({ path }) => /\.(ts|js|css|html)$/.test(path));
    const long = code.filter((file) => linesOf(file) > 250);
    assert.deepEqual(
      long.map((file) => `${file.path}: ${linesOf(file)}`),
      [],
    );
  });

  it('are small: half of the sources have at most 100 lines', () => {
    const sizes = sources.map(linesOf).sort((a, b) => a - b);
    assert.ok(sizes[Math.floor(sizes.length / 2)]! <= 100);
  });

  it('throw no error without a code', () => {
    assert.deepEqual(placesOf(sources, /throw new Error\(/), []);
  });

  it('are finished', () => {
    const unfinished = new RegExp(['TO', 'FIX'].map((start) => `${start}(DO|ME)\\b`).join('|'));
    assert.deepEqual(placesOf(scripts, unfinished), []);
  });

  it('name no path of the machine that they were written on', () => {
    const homes = ['work', 'root', 'Users', 'tmp'].join('|');
    const pattern = new RegExp(`(?<![\\w.~*@)}\\]-])/(${homes})/[\\w.]`);
    assert.deepEqual(placesOf(projectFiles, pattern), []);
  });

  it('name no host that packages come from', () => {
    const hosts = ['registry', 'npm(mirror|js)'].join('|');
    const pattern = new RegExp(`https?://[\\w.-]*\\b(${hosts})\\b|"${'resolved'}":`);
    assert.deepEqual(placesOf(projectFiles, pattern), []);
  });
});
