/**
 * `npm run bench`: whole upgrades, played against our bot and beside it against two bots of the
 * official kind, all with the same connector. Medians of several rounds.
 *
 * `-- --floor 0.3` fails when we make less than that share of the echo bot's turns.
 * `-- --beside FOLDER` measures another checkout of this project too, in the same rounds.
 * `-- --seconds 4` is the length of one measurement, `-- --rounds 3` how many there are of each.
 */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newFolder, newFolderInMemory, removeFolders } from './measure/scratch.ts';
import { connectionCounts, lineOf, measureInTurn, type Subject, shareOf } from './rounds.ts';

const nowhere = async (): Promise<string[]> => [];
const inMemory = async (): Promise<string[]> => [await newFolderInMemory()];
const onDisk = async (): Promise<string[]> => [await newFolder()];
const slowUpgrade = ['scenario slow-upgrade'];

/**
 * Ours three times. The sandbox makes an upgrade in 13 s, to be watched; a service takes most of an
 * hour, so that far fewer looks at orders fall to a turn. The others store nothing: beside them ours
 * stores in memory, and once more on the disk, whose share of a turn is another one on each machine.
 */
const subjects: readonly Subject[] = [
  { name: 'EchoBot', file: 'echoBot.ts', args: nowhere, first: [] },
  { name: 'Waterfall', file: 'waterfallBot.ts', args: nowhere, first: [] },
  {
    name: 'Upgradera',
    file: 'upgraderaBot.ts',
    args: inMemory,
    first: slowUpgrade,
  },
  {
    name: 'Upgradera, each upgrade in 13 s',
    file: 'upgraderaBot.ts',
    args: inMemory,
    first: [],
  },
  {
    name: 'Upgradera, data on the disk',
    file: 'upgraderaBot.ts',
    args: onDisk,
    first: slowUpgrade,
  },
];
const ours = 'Upgradera';

const { values } = parseArgs({
  options: {
    beside: { type: 'string' },
    floor: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
  },
});
const other: Subject[] = values.beside
  ? [
      {
        name: `Upgradera in ${basename(values.beside)}`,
        file: resolve(values.beside, 'test/bench/upgraderaBot.ts'),
        args: inMemory,
        first: slowUpgrade,
      },
    ]
  : [];
const results = await measureInTurn(
  [...subjects, ...other],
  Number(values.rounds),
  Number(values.seconds),
);
await removeFolders();
console.table(results.map((one) => lineOf(one, results)));
const most = Math.max(...connectionCounts);
const mine = results.find((one) => one.subject.name === ours && one.connections === most);
const share = mine ? shareOf(results, mine, subjects[0]) : 0;
if (values.floor !== undefined && share < Number(values.floor)) {
  console.error(`${ours} makes ${share.toFixed(2)} of the turns, less than ${values.floor}`);
  process.exitCode = 1;
}
