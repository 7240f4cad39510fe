/**
 * Child process: writes until it is killed, several documents at once, and tells each version once
 * it is acknowledged. Line: `id version`.
 */
import { writeSync } from 'node:fs';
import { LowdbEngine } from '../../../storage/files/lowdbEngine.ts';
import { long, short, told } from './told.ts';

const [folder = ''] = process.argv.slice(2);
const engine = await LowdbEngine.open(folder, { warn: () => undefined }, {});

async function writeOn(id: string): Promise<never> {
  let version = (await engine.read('orders', id))?.version ?? 0;
  for (;;) {
    if (version === 0) await engine.create('orders', id, told(1, long));
    else await engine.replace('orders', id, told(version + 1, long), version);
    version += 1;
    writeSync(1, `${id} ${version}\n`);
  }
}

async function createOn(): Promise<never> {
  for (let n = 0; ; n += 1) {
    const id = `new-${process.pid}-${n}`;
    await engine.create('quotes', id, told(1, short));
    writeSync(1, `${id} 1\n`);
  }
}

await Promise.all([...['a', 'b', 'c'].map(writeOn), createOn()]);
