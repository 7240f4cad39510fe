/** Child process: takes a data folder, says so, and holds it until it is told to leave. */
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { openStorage } from '../../../storage/open.ts';

const [dataDir = ''] = process.argv.slice(2);
const log = { warn: () => undefined };

try {
  const storage = await openStorage({ dataDir, log });
  process.send?.({ taken: true });
  await new Promise((resolve) => process.once('message', resolve));
  await storage.close();
} catch (error) {
  if (!(error instanceof UpgraderaError)) throw error;
  process.send?.({ taken: false, code: error.code, detail: error.detail });
}
process.disconnect?.();
