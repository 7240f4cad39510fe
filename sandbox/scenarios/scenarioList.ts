/** The scenarios that testers can choose; the first one is what an unknown tenant is given. */

import { addOn } from './data/addOn.ts';
import { bigTenant } from './data/bigTenant.ts';
import { creditCheck } from './data/creditCheck.ts';
import { creditCheckPending } from './data/creditCheckPending.ts';
import { creditDeclined } from './data/creditDeclined.ts';
import { customisedServices } from './data/customisedServices.ts';
import { duplicateProduct } from './data/duplicateProduct.ts';
import { endOfSale } from './data/endOfSale.ts';
import { exampleForfeit } from './data/exampleForfeit.ts';
import { examplePostpaid } from './data/examplePostpaid.ts';
import { examplePrepaid } from './data/examplePrepaid.ts';
import { governmentOrNonprofit } from './data/governmentOrNonprofit.ts';
import { groupLicensing } from './data/groupLicensing.ts';
import { happy } from './data/happy.ts';
import { highVolume } from './data/highVolume.ts';
import { insufficientRole } from './data/insufficientRole.ts';
import { legacyPlan } from './data/legacyPlan.ts';
import { licenseConflict } from './data/licenseConflict.ts';
import { manyProducts } from './data/manyProducts.ts';
import { mixedReasons } from './data/mixedReasons.ts';
import { noSupportedTarget } from './data/noSupportedTarget.ts';
import { notActive } from './data/notActive.ts';
import { notEligible } from './data/notEligible.ts';
import { notProvisioned } from './data/notProvisioned.ts';
import { partialFailure } from './data/partialFailure.ts';
import { partnerManaged } from './data/partnerManaged.ts';
import { prepaid } from './data/prepaid.ts';
import { prepaidForfeit } from './data/prepaidForfeit.ts';
import { priceChange } from './data/priceChange.ts';
import { productKey } from './data/productKey.ts';
import { scheduledChange } from './data/scheduledChange.ts';
import { seatCap } from './data/seatCap.ts';
import { serviceIncident } from './data/serviceIncident.ts';
import { slowUpgrade } from './data/slowUpgrade.ts';
import { tooManyAssigned } from './data/tooManyAssigned.ts';
import { trial } from './data/trial.ts';
import { unknownReason } from './data/unknownReason.ts';
import { unpaidBalance } from './data/unpaidBalance.ts';
import { upgradeInProgress } from './data/upgradeInProgress.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly [Scenario, ...Scenario[]] = [
  happy,
  manyProducts,
  creditCheck,
  creditDeclined,
  slowUpgrade,
  partialFailure,
  groupLicensing,
  customisedServices,
  bigTenant,
  prepaidForfeit,
  examplePostpaid,
  examplePrepaid,
  exampleForfeit,
  priceChange,
  mixedReasons,
  licenseConflict,
  unpaidBalance,
  addOn,
  duplicateProduct,
  notActive,
  trial,
  creditCheckPending,
  upgradeInProgress,
  serviceIncident,
  notProvisioned,
  highVolume,
  scheduledChange,
  prepaid,
  governmentOrNonprofit,
  productKey,
  endOfSale,
  tooManyAssigned,
  seatCap,
  noSupportedTarget,
  notEligible,
  partnerManaged,
  legacyPlan,
  unknownReason,
  insufficientRole,
];

export function scenarioNamed(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
