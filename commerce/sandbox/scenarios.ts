/** The scenarios that testers can choose; the first one is what an unknown tenant is given. */
import type { Scenario } from './scenario.ts';
import { bigTenant } from './scenarios/bigTenant.ts';
import { creditCheck } from './scenarios/creditCheck.ts';
import { creditDeclined } from './scenarios/creditDeclined.ts';
import { happy } from './scenarios/happy.ts';
import { insufficientRole } from './scenarios/insufficientRole.ts';
import { licenseConflict } from './scenarios/licenseConflict.ts';
import { manyProducts } from './scenarios/manyProducts.ts';
import { noSupportedTarget } from './scenarios/noSupportedTarget.ts';
import { notActive } from './scenarios/notActive.ts';
import { seatCap } from './scenarios/seatCap.ts';
import { slowUpgrade } from './scenarios/slowUpgrade.ts';
import { unknownReason } from './scenarios/unknownReason.ts';
import { unpaidBalance } from './scenarios/unpaidBalance.ts';

export const scenarios: readonly [Scenario, ...Scenario[]] = [
  happy,
  manyProducts,
  creditCheck,
  creditDeclined,
  slowUpgrade,
  bigTenant,
  licenseConflict,
  unpaidBalance,
  notActive,
  seatCap,
  noSupportedTarget,
  unknownReason,
  insufficientRole,
];
