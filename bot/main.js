/**
 * `npm start`. What earlier starts compiled is used again; nothing else is loaded before. These files are plain
 * JavaScript: what reads TypeScript takes 14 MB, and is not loaded where all else was compiled before.
 */
import { keepCompiled } from './start/compiled.js';
import { loadLater } from './start/later.js';
import { usualDataDir } from './usualDataDir.js';

keepCompiled(process.env.DATA_DIR || usualDataDir);
loadLater();
await import('./serve.ts');
