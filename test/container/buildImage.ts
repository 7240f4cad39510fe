/** The steps of the Dockerfile, carried out in a folder instead of a container. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { read, root } from '../house/read.ts';
import { type Step, sentAlong, stepsIn } from './dockerfile.ts';

/** What a container would be started with. */
export interface Image {
  /** Its `/`. */
  root: string;
  /** Its working folder, in ours. */
  folder: string;
  env: Record<string, string>;
  user: { uid: number; gid: number };
  command: string[];
  health: string[];
  volumes: string[];
}

/** A stage while it is made. */
class Stage {
  readonly image: Image;
  readonly #others: ReadonlyMap<string, Stage>;

  constructor(place: string, others: ReadonlyMap<string, Stage>) {
    this.#others = others;
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o755);
    const user = { uid: 0, gid: 0 };
    this.image = {
      root: place,
      folder: place,
      env: {},
      user,
      command: [],
      health: [],
      volumes: [],
    };
  }

  /** A path in the container, in ours. */
  at(path: string): string {
    return path.startsWith('/') ? join(this.image.root, path) : resolve(this.image.folder, path);
  }

  do({ keyword, rest }: Step): void {
    const { image } = this;
    if (keyword === 'ENV') {
      const [name = '', value = ''] = rest.split('=');
      image.env[name] = value;
    } else if (keyword === 'WORKDIR') {
      image.folder = this.at(rest);
      mkdirSync(image.folder, { recursive: true });
    } else if (keyword === 'COPY') this.#copy(rest.split(' '));
    else if (keyword === 'RUN') this.#run(rest);
    else if (keyword === 'USER') {
      const [uid = 0, gid = 0] = rest.split(':').map(Number);
      image.user = { uid, gid };
    } else if (keyword === 'VOLUME') image.volumes.push(rest);
    else if (keyword === 'CMD') image.command = JSON.parse(rest);
    else if (keyword === 'HEALTHCHECK') image.health = JSON.parse(rest.slice(rest.indexOf('[')));
    else assert.equal(keyword, 'EXPOSE');
  }

  #copy(words: string[]): void {
    const [, from] = /^--from=(\w+)$/.exec(words[0] ?? '') ?? [];
    const [target = '', ...sources] = words.slice(from ? 1 : 0).reverse();
    if (from) {
      const [source = ''] = sources;
      // It is done with the stage: nothing is copied that can be moved.
      const stage = this.#others.get(from);
      assert.ok(stage, `no stage ${from}`);
      renameSync(stage.at(source), this.at(target));
      return;
    }
    const sent = sentAlong();
    const names = sources.includes('.') ? sent : sources;
    for (const name of names) {
      assert.ok(sent.includes(name), `${name} is kept out by .dockerignore`);
      cpSync(join(root, name), join(this.at(target), name), { recursive: true });
    }
  }

  /** With this Node, and with what npm has fetched before where it has. */
  #run(command: string): void {
    const { folder, env } = this.image;
    const absolute = command.replaceAll(/(?<= )\/\w[\w/]*/g, (path) => this.at(path));
    const path = `${dirname(process.execPath)}:${process.env.PATH}`;
    const { HOME = '' } = process.env;
    const ours = { PATH: path, HOME, npm_config_prefer_offline: 'true' };
    execFileSync('sh', ['-c', absolute], { cwd: folder, env: { ...env, ...ours }, stdio: 'pipe' });
  }
}

/** @param place a folder of its own */
export function buildImage(place: string): Image {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const step of stepsIn(read('Dockerfile'))) {
    if (step.keyword === 'FROM') {
      const [, name = 'last'] = / AS (\w+)$/.exec(step.rest) ?? [];
      stage = new Stage(join(place, name), stages);
      stages.set(name, stage);
    } else {
      assert.ok(stage, 'a step before the first FROM');
      stage.do(step);
    }
  }
  assert.ok(stage);
  return stage.image;
}
