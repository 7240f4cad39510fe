/** The scenarios that testers can choose; the first one is what an unknown tenant is given. */
import type { Scenario } from './scenario.ts';
import { addOn } from './scenarios/addOn.ts';
import { bigTenant } from './scenarios/bigTenant.ts';
import { creditCheck } from './scenarios/creditCheck.ts';
import { creditCheckPending } from './scenarios/creditCheckPending.ts';
import { creditDeclined } from './scenarios/creditDeclined.ts';
import { customisedServices } from './scenarios/customisedServices.ts';
import { duplicateProduct } from './scenarios/duplicateProduct.ts';
import { endOfSale } from './scenarios/endOfSale.ts';
import { exampleForfeit } from './scenarios/exampleForfeit.ts';
import { examplePostpaid } from './scenarios/examplePostpaid.ts';
import { examplePrepaid } from './scenarios/examplePrepaid.ts';
import { governmentOrNonprofit } from './scenarios/governmentOrNonprofit.ts';
import { groupLicensing } from './scenarios/groupLicensing.ts';
import { happy } from './scenarios/happy.ts';
import { highVolume } from './scenarios/highVolume.ts';
import { insufficientRole } from './scenarios/insufficientRole.ts';
import { legacyPlan } from './scenarios/legacyPlan.ts';
import { licenseConflict } from './scenarios/licenseConflict.ts';
import { manyProducts } from './scenarios/manyProducts.ts';
import { mixedReasons } from './scenarios/mixedReasons.ts';
import { noSupportedTarget } from './scenarios/noSupportedTarget.ts';
import { notActive } from './scenarios/notActive.ts';
import { notEligible } from './scenarios/notEligible.ts';
import { notProvisioned } from './scenarios/notProvisioned.ts';
import { partialFailure } from './scenarios/partialFailure.ts';
import { partnerManaged } from './scenarios/partnerManaged.ts';
import { prepaid } from './scenarios/prepaid.ts';
import { prepaidForfeit } from './scenarios/prepaidForfeit.ts';
import { priceChange } from './scenarios/priceChange.ts';
import { productKey } from './scenarios/productKey.ts';
import { scheduledChange } from './scenarios/scheduledChange.ts';
import { seatCap } from './scenarios/seatCap.ts';
import { serviceIncident } from './scenarios/serviceIncident.ts';
import { slowUpgrade } from './scenarios/slowUpgrade.ts';
import { tooManyAssigned } from './scenarios/tooManyAssigned.ts';
import { trial } from './scenarios/trial.ts';
import { unknownReason } from './scenarios/unknownReason.ts';
import { unpaidBalance } from './scenarios/unpaidBalance.ts';
import { upgradeInProgress } from './scenarios/upgradeInProgress.ts';

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
