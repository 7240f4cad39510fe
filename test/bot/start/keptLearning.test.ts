import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptLearning } from '../../../bot/start/keptLearning.ts';
import { Classifier, learnFrom } from '../../../understanding/intents/classifier.ts';
import { readLearned } from '../../../understanding/intents/learnedSchema.ts';

describe('what the bot has learned', () => {
  const learned = learnFrom([
    { is: 'help', traits: ['what', 'can'] },
    { is: 'status', traits: ['my', 'order'] },
  ] as const);
  let dataDir: string;
  let file: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'upgradera-'));
    file = join(dataDir, '.learned/intents');
    keptLearning(dataDir).keep(learned);
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));
  const recalled = () => readLearned(keptLearning(dataDir).recall());

  it('is known at the next start, and says the same', () => {
    const again = recalled();
    assert(again);
    for (const traits of [['my'], ['what', 'can', 'order'], ['nothing']]) {
      assert.deepEqual(new Classifier(again).of(traits), new Classifier(learned).of(traits));
    }
  });

  it('is read by nobody else', async () => {
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await stat(join(dataDir, '.learned'))).mode & 0o777, 0o700);
  });

  const damages: Record<string, (bytes: Buffer) => Buffer> = {
    'was cut off': (bytes) => bytes.subarray(0, bytes.length - 9),
    'is empty': () => Buffer.alloc(0),
    'has another byte somewhere': (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
      return bytes;
    },
    'was learned from other sentences': (bytes) => {
      bytes.fill(7, 0, 32);
      return bytes;
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`is learned anew where what was kept ${name}`, async () => {
      assert(recalled());
      await writeFile(file, damage(await readFile(file)));
      assert.equal(recalled(), undefined);
    });
  }

  it('is learned anew where it has another form', () => {
    const { classes, traits, weights } = learned;
    assert(readLearned({ classes, traits, weights }));
    assert.equal(readLearned({ classes: classes.slice(1), traits, weights }), undefined);
    assert.equal(readLearned({ classes, traits: { ...traits, size: 1 }, weights }), undefined);
    assert.equal(readLearned([learned]), undefined);
  });

  it('is not kept where it can not be, and nobody hears of it', () => {
    const memory = keptLearning('/proc/nope');
    memory.keep(learned);
    assert.equal(memory.recall(), undefined);
  });
});
