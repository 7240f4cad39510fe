/** The parts of the conversation. */
import { AnswersDialog } from '../answers/answersDialog.ts';
import { ApprovalFlow } from '../approval/approvalFlow.ts';
import { ManualChangeDialog } from '../manualChange/manualChangeDialog.ts';
import { OrdersDialog } from '../orders/ordersDialog.ts';
import { SupportDialog } from '../support/supportDialog.ts';
import { UpgradeDialog } from '../upgrade/upgradeDialog.ts';
import { rootCommands } from './rootCommands.ts';

/** What is said is tried on them in this order: `upgrade status` is not an upgrade. */
export const subFlows = [
  SupportDialog,
  ApprovalFlow,
  OrdersDialog,
  AnswersDialog,
  ManualChangeDialog,
  UpgradeDialog,
] as const;

/** Names of phrases that are heard at any point, in the order in which they are tried. */
export const commandNames: readonly string[] = [
  ...subFlows.map(({ commands }) => commands),
  rootCommands,
].flatMap((commands) => Object.keys(commands));
