/**
 * How often a property is tried: 200 times in `npm test`, as often as the environment's `RUNS` says
 * in `npm run test:nightly`.
 */
export const runs = Number(process.env.RUNS ?? 200);
