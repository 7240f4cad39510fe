/** `npm start`. What earlier starts compiled is used again; nothing else is loaded before. */
import { keepCompiled } from './compiled.ts';
import { usualDataDir } from './usualDataDir.ts';

keepCompiled(process.env.DATA_DIR || usualDataDir);
await import('./serve.ts');
