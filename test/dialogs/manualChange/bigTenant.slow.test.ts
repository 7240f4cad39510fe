import { bigTenant } from './courses.ts';
import { describeGoodEnds } from './goodEnds.ts';

describe('A tenant of ten thousand users', function () {
  this.timeout(300_000);
  describeGoodEnds('is changed by hand to its good end', [bigTenant]);
});
