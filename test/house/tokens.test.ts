import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';

/** Resolved from where the SDK stands: the version that package.json puts in place of its own. */
const require = createRequire(import.meta.resolve('botframework-connector'));
