/**
 * Child process with a limit on the size of its files: writes documents, one of them too long, and
 * leaves at once. Tells on standard output what was acknowledged.
 */
import { LowdbEngine } from '../../../../storage/files/lowdbEngine.ts';

const [folder = ''] = process.argv.slice(2);
const engine = await LowdbEngine.open(folder, { warn: () => undefined }, {});
const tooLong = 'x'.repeat(1_000_000);

const outcomes: Record<string, unknown> = {};
for (const [id, document] of [
  ['before', 1],
  ['too-long', tooLong],
  ['after', 2],
] as const) {
  outcomes[id] = await engine.create('quotes', id, document).catch((error) => error.code);
}
outcomes.read = await engine.read('quotes', 'too-long').then((found) => found ?? 'nothing');
process.stdout.write(JSON.stringify(outcomes), () => process.kill(process.pid, 'SIGKILL'));
