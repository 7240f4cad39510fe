import { LowdbPlace } from '../../support/storage/place.ts';
import { turnsConformance } from '../turnsConformance.ts';

describe('turns of one process', () => {
  turnsConformance(() => LowdbPlace.make());
});
